package org.modelgraph.http.pages;

import org.modelgraph.browse.Names;
import org.modelgraph.browse.Value;
import org.modelgraph.graph.Iris;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A column of an answer, as a page shows it.
 *
 * @param variable the variable of the query
 * @param heading what stands above it
 * @param values a value a row
 */
public record Column(String variable, String heading, List<Optional<Value>> values) {
    private static final String LABEL = "Label";
    private static final Set<String> CONDITIONS =
            Set.of("metric", "metricLabel", "setting", "settingLabel");
    private static final List<String> DATES =
            List.of("xsd:date", "xsd:gYear", "xsd:gYearMonth", "xsd:dateTime");

    /**
     * The columns worth showing. A column {@code modelLabel} beside a column {@code model} is left
     * out, because pages call things by their labels anyway.
     */
    public static List<Column> of(RowTable table, Names names, String language) {
        var variables = table.variables();
        return java.util.stream.IntStream.range(0, variables.size())
                .filter(i -> !isLabel(variables.get(i), variables))
                .mapToObj(i ->
                        new Column(
                                variables.get(i),
                                heading(variables.get(i), names, language),
                                table.rows().stream().map(r -> r.get(i)).toList()))
                .toList();
    }

    private static boolean isLabel(String variable, List<String> variables) {
        return variable.endsWith(LABEL)
                && variables.contains(variable.substring(0, variable.length() - LABEL.length()));
    }

    /** The name of the class or property of ours that a variable is called after, or its words. */
    public static String heading(String variable, Names names, String language) {
        var type =
                Iris.NS + variable.substring(0, 1).toUpperCase(Locale.ROOT) + variable.substring(1);
        if (names.knows(type)) return names.of(type, language).label();
        if (names.knows(Iris.NS + variable)) return names.of(Iris.NS + variable, language).label();
        if (variable.endsWith(LABEL) && variable.length() > LABEL.length())
            return heading(
                    variable.substring(0, variable.length() - LABEL.length()), names, language);
        return variable.replaceAll("(?<=[a-z0-9])(?=[A-Z])|_", " ").toLowerCase(Locale.ROOT);
    }

    private boolean all(java.util.function.Predicate<Value> test) {
        var bound = values.stream().flatMap(Optional::stream).toList();
        return !bound.isEmpty() && bound.stream().allMatch(test);
    }

    /** True of a column that holds numbers and nothing else. */
    public boolean isNumeric() {
        return all(Tone::isNumber);
    }

    /** The variables of the columns that hold numbers and nothing else. */
    public static Set<String> numeric(List<Column> columns) {
        return columns.stream()
                .filter(Column::isNumeric)
                .map(Column::variable)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** True of a column that holds things and nothing else. */
    public boolean isThings() {
        return all(v -> v instanceof Value.Node);
    }

    /** True of a column that holds dates and nothing else. */
    public boolean isDates() {
        return all(v -> v instanceof Value.Text text && DATES.contains(text.datatype()));
    }

    /** True of a column that holds claims or passages: what the rows rest on. */
    boolean isEvidence() {
        return all(v ->
                v instanceof Value.Node node
                        && Kind.of(node.thing().iri())
                                .filter(k -> k == Kind.CLAIM || k == Kind.PASSAGE)
                                .isPresent());
    }

    /** True of a column that says by what metric or under what setting a number was reached. */
    boolean isCondition() {
        return CONDITIONS.contains(variable);
    }

    /** True of a column that says different things. */
    boolean varies() {
        return values.stream().distinct().count() > 1;
    }

    /** What a row says, in words; empty where it says nothing. */
    String words(int row) {
        return values.get(row).map(Value::words).orElse("");
    }

    /** The number in a row. */
    Optional<Double> number(int row) {
        try {
            return values.get(row).filter(Tone::isNumber).map(_ -> Double.valueOf(words(row)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
