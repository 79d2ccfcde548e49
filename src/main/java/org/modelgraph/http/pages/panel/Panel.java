package org.modelgraph.http.pages.panel;

import org.modelgraph.browse.Thing;
import org.modelgraph.browse.Value;
import org.modelgraph.catalog.Asking;
import org.modelgraph.http.pages.Column;
import org.modelgraph.http.pages.Figure;
import org.modelgraph.http.pages.Frame;
import org.modelgraph.http.pages.RowTable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An answer as a part of a page.
 *
 * @param slot where it stands
 * @param asking what is asked
 * @param subject the thing of the page; empty where there is none
 * @param columns what a table of it shows
 * @param lines the rows
 * @param more true where there are more rows
 * @param failure why there is no answer, in words; empty where there is one
 */
public record Panel(
        Frame frame,
        Slot slot,
        Asking asking,
        Optional<Thing> subject,
        List<Column> columns,
        List<Line> lines,
        boolean more,
        String failure) {
    /** The most rows that a panel of a page holds. */
    public static final int LONGEST = 500;

    /** So many rows stand open in a table; the rest is folded away or behind a link. */
    public static final int OPEN = 10;

    /** So many rows are on the page at all. */
    public static final int SHOWN = 60;

    static List<Line> lines(RowTable table) {
        var lines = new ArrayList<Line>();
        for (var row : table.rows()) {
            var values = new LinkedHashMap<String, Value>();
            for (var i = 0; i < row.size(); i++) {
                var variable = table.variables().get(i);
                row.get(i).ifPresent(value -> values.put(variable, value));
            }
            lines.add(new Line(values));
        }
        return List.copyOf(lines);
    }

    /** A panel from an answer. */
    public static Panel of(
            Frame frame,
            Slot slot,
            Asking asking,
            Optional<Thing> subject,
            RowTable table,
            Function<RowTable, List<Column>> columns,
            boolean more) {
        var shown = columns.apply(table).stream().filter(c -> isTelling(c, subject)).toList();
        return new Panel(frame, slot, asking, subject, shown, lines(table), more, "");
    }

    /** A panel without an answer. */
    public static Panel failed(
            Frame frame, Slot slot, Asking asking, Optional<Thing> subject, String failure) {
        return new Panel(frame, slot, asking, subject, List.of(), List.of(), false, failure);
    }

    /** True of a column that says more than what goes without saying. */
    private static boolean isTelling(Column column, Optional<Thing> subject) {
        return column.values().stream()
                .flatMap(Optional::stream)
                .anyMatch(v ->
                        switch (v) {
                            case Value.Node node ->
                                    !isSame(subject, node.thing())
                                            && !node.thing().iri().endsWith("/code/accepted");
                            case Value.Text text -> !text.text().equals("0");
                            case Value.Nested _ -> true;
                        });
    }

    private static boolean isSame(Optional<Thing> subject, Thing thing) {
        return subject.map(Thing::iri).filter(thing.iri()::equals).isPresent();
    }

    /** The thing of the page, or what the panel is asked about where it stands alone. */
    public Thing centre() {
        return subject.orElse(new Thing("", title(), ""));
    }

    /** The drawing of the answer; empty where it has none. */
    public Optional<String> figure() {
        return Figure.svg(asking.question().view(), title(), columns);
    }

    /** True where rows say what they rest on. */
    public boolean hasMarks() {
        return columns.stream().anyMatch(this::isEvidence);
    }

    /** The variable that stands for what acts on an issue. */
    public String measure() {
        return lines.stream().anyMatch(l -> l.value("measure").isPresent())
                ? "measure"
                : "mitigation";
    }

    public String title() {
        var heading =
                frame.texts()
                        .find(slot.heading())
                        .orElseGet(() -> asking.question().title(frame.language()));
        return subject.filter(_ -> slot.naming())
                .map(thing -> frame.texts().get("panel.of", thing.label(), heading))
                .orElse(heading);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** How many rows there are, in figures. */
    public String count() {
        return frame.texts().number(lines.size()) + (more ? "+" : "");
    }

    /** The things in the columns of a table that stand for what a row rests on. */
    public boolean isEvidence(Column column) {
        return column.variable().equals("claim")
                || column.variable().equals("result")
                || (column.variable().equals("source") && hasColumn("claim"));
    }

    private boolean hasColumn(String variable) {
        return columns.stream().anyMatch(c -> c.variable().equals(variable));
    }

    /** The columns of a table, what rows rest on left out. */
    public List<Column> told() {
        return columns.stream().filter(c -> !isEvidence(c)).toList();
    }

    /** The claim or result that a row rests on. */
    public Optional<Thing> claim(Line line) {
        return line.thing("claim").filter(c -> !isSame(subject, c)).or(() -> line.thing("result"));
    }

    /** What the mark of a row's claim says: the document where it is known. */
    public String mark(Line line) {
        return line.thing("source").map(Thing::label).orElse(frame.texts().get("panel.claim"));
    }

    /** The rows by what one variable says, in their order. */
    public Map<Thing, List<Line>> groups(String variable) {
        return lines.stream()
                .filter(l -> l.thing(variable).isPresent())
                .collect(
                        Collectors.groupingBy(
                                l -> l.thing(variable).orElseThrow(),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    /** The first row of each thing that a variable stands for, in the order of the rows. */
    public static List<Line> firsts(List<Line> lines, String variable) {
        var seen = new HashSet<Thing>();
        return lines.stream().filter(l -> l.thing(variable).filter(seen::add).isPresent()).toList();
    }

    /** The rows by a value, in their order. */
    public static Map<Value, List<Line>> values(List<Line> lines, String variable) {
        return lines.stream()
                .filter(l -> l.value(variable).isPresent())
                .collect(
                        Collectors.groupingBy(
                                l -> l.value(variable).orElseThrow(),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    /** Where the question behind the panel can be had. */
    public Tools tools() {
        return new Tools(frame, title(), asking.question().id(), asking.given());
    }
}
