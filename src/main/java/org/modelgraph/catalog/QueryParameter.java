package org.modelgraph.catalog;

import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a question can be asked about in place of its default. In the query it is a {@code VALUES}
 * block of one variable, which holds the default; so the query runs as it stands in any engine.
 *
 * @param name the variable, without question mark
 * @param type how a value is written
 * @param ofClass for IRIs, the class of the things that can be meant, such as {@code mg:Model}
 * @param label what it is, by language ({@code en}, {@code zh})
 * @param values the values that it can take, where they are few; empty where any will do
 */
public record QueryParameter(
        String name,
        Type type,
        Optional<String> ofClass,
        Map<String, String> label,
        List<String> values) {
    private static final Pattern TERM =
            Pattern.compile("<[^>]*>|\"(\\\\.|[^\"\\\\])*\"(@[A-Za-z-]+|\\^\\^\\S+)?|[^\\s<>\"]+");

    /** How a value is written. */
    public enum Type {
        /** An IRI, in full or with a prefix of {@link Prefixes}. */
        IRI,
        TEXT,
        INTEGER,
        DECIMAL;

        static Optional<Type> of(String word) {
            return java.util.Arrays.stream(values()).filter(t -> t.word().equals(word)).findFirst();
        }

        /** The name in the head of a query, such as {@code iri}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Matcher block(String query) {
        return Pattern.compile("VALUES\\s+\\?" + Pattern.quote(name) + "\\s*\\{([^{}]*)\\}")
                .matcher(query);
    }

    /** True where the query has exactly one place for the parameter. */
    boolean fits(String query) {
        return block(query).results().count() == 1;
    }

    /** The default, as the query writes it. */
    String defaultIn(String query) {
        return block(query).results().findFirst().orElseThrow().group(1).strip();
    }

    /** The terms of a block as somebody would give them: without quotes and angle brackets. */
    List<String> termsIn(String block) {
        return TERM.matcher(block)
                .results()
                .map(MatchResult::group)
                .map(term ->
                        term.startsWith("<")
                                ? term.substring(1, term.length() - 1)
                                : term.startsWith("\"") ? unquoted(term) : term)
                .toList();
    }

    private static String unquoted(String literal) {
        return literal.substring(1, literal.lastIndexOf('"'))
                .replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
    }

    /**
     * The query with values in place of the default.
     *
     * @throws Problem of kind {@link Problem.Kind#BAD_REQUEST} where a value is not what the
     *     parameter takes
     */
    String bind(String query, List<String> given) {
        var terms = given.stream().map(this::term).collect(Collectors.joining(" "));
        return block(query)
                .replaceFirst(Matcher.quoteReplacement("VALUES ?" + name + " { " + terms + " }"));
    }

    private String term(String value) {
        if (!values.isEmpty() && !values.contains(value))
            throw wrong(value).hint("It can be " + String.join(", ", values) + ".");
        return switch (type) {
            case IRI -> iri(value);
            case TEXT -> text(value);
            case INTEGER -> matching(value, "[+-]?[0-9]{1,18}", "a whole number such as 5");
            case DECIMAL ->
                    matching(value, "[+-]?[0-9]{1,18}(\\.[0-9]{1,18})?", "a number such as 86.4");
        };
    }

    private String iri(String value) {
        var full = Prefixes.expand(value).orElse(value);
        if (!full.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`\\x00-\\x20]+"))
            throw wrong(value).hint("It is an IRI, or a short form such as model:gpt-4.");
        return "<" + full + ">";
    }

    private static String text(String value) {
        return '"'
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }

    private String matching(String value, String pattern, String what) {
        if (!value.matches(pattern)) throw wrong(value).hint("It is " + what + ".");
        return value;
    }

    private Problem wrong(String value) {
        return Problem.of(
                Problem.Kind.BAD_REQUEST, "The parameter " + name + " can't be '" + value + "'");
    }
}
