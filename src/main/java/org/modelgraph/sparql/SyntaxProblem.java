package org.modelgraph.sparql;

import static org.modelgraph.problem.Problem.Kind.MALFORMED_QUERY;

import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Turns what Jena's parser says of a text that it can't read into a problem with the place of the
 * first wrong word and a hint.
 */
final class SyntaxProblem {
    private static final Pattern PLACE = Pattern.compile("[Ll]ine (\\d+), column (\\d+)");
    private static final Pattern STRANGE_WORD =
            Pattern.compile("after prefix \"(.*)\"$", Pattern.DOTALL);
    private static final Pattern UNRESOLVED =
            Pattern.compile("Unresolved prefixed name: (([^\\s:]*):(\\S*))");
    private static final Pattern TOKEN =
            Pattern.compile("<([A-Z0-9_a-z]+)> \\.\\.\\.|\"([^\"\\s]+)\" \\.\\.\\.");
    private static final int SHOWN_TOKENS = 8;

    private final String text;
    private final String message;
    private final Optional<Position> place;
    private final Terms terms;

    private SyntaxProblem(String text, QueryException failure, Terms terms) {
        this.text = text;
        this.message =
                Optional.ofNullable(failure.getMessage()).orElse("The text can't be read.").strip();
        this.terms = terms;
        this.place =
                PLACE.matcher(message)
                        .results()
                        .findFirst()
                        .map(SyntaxProblem::position)
                        .or(() -> placeOf(failure));
    }

    /** The problem that a failure to parse a query or an update is. */
    static Problem of(String text, QueryException failure, Terms terms) {
        return new SyntaxProblem(text, failure, terms).problem().causedBy(failure);
    }

    private static Position position(MatchResult found) {
        return new Position(
                Math.max(1, Integer.parseInt(found.group(1))),
                Math.max(1, Integer.parseInt(found.group(2))));
    }

    private static Optional<Position> placeOf(QueryException failure) {
        return failure instanceof QueryParseException e && e.getLine() > 0
                ? Optional.of(new Position(e.getLine(), Math.max(1, e.getColumn())))
                : Optional.empty();
    }

    private Problem problem() {
        var strange = STRANGE_WORD.matcher(message);
        if (message.startsWith("Lexical error") && strange.find())
            return strangeWord(strange.group(1));
        if (message.startsWith("Encountered")) return wrongPlace();
        var unresolved = UNRESOLVED.matcher(message);
        if (unresolved.find())
            return undeclared(unresolved.group(1), unresolved.group(2), unresolved.group(3));
        var scope = ScopeProblem.of(text, message);
        if (scope.isPresent()) return scope.get();
        return at(
                place,
                Problem.of(
                        MALFORMED_QUERY,
                        message.replaceFirst("^[Ll]ine \\d+, column \\d+: ", "")
                                .replaceAll("\\s+", " ")));
    }

    private static Problem at(Optional<Position> place, Problem problem) {
        return place.map(problem::at).orElse(problem);
    }

    /** The parser stops behind the word that it does not know. */
    private Problem strangeWord(String word) {
        if (word.startsWith("\"") || word.startsWith("'"))
            return at(
                            start(word),
                            Problem.of(MALFORMED_QUERY, "A string is opened and never closed."))
                    .hint(
                            "Close it with "
                                    + word.charAt(0)
                                    + ", or escape quotes inside of it with \\.");
        if (word.startsWith("<"))
            return at(
                            start(word),
                            Problem.of(MALFORMED_QUERY, "An IRI is opened and never closed."))
                    .hint("Close it with >; an IRI has no blanks.");
        var problem =
                at(
                        start(word),
                        Problem.of(MALFORMED_QUERY, "'" + word + "' is no word of SPARQL."));
        return Keywords.nearest(word)
                .map(k -> problem.hint("Did you mean " + k + "?"))
                .orElse(problem);
    }

    private Optional<Position> start(String word) {
        return place.map(p -> new Position(p.line(), Math.max(1, p.column() - word.length())));
    }

    private Problem wrongPlace() {
        var found = wordAtPlace();
        var problem =
                at(
                        place,
                        Problem.of(
                                MALFORMED_QUERY,
                                found.map(w -> "'" + w + "' can't stand here.")
                                        .orElse("The text ends too early.")));
        var expected = expected();
        return expected.isEmpty()
                ? problem
                : problem.hint("Here may stand: " + String.join("  ", expected));
    }

    private Optional<String> wordAtPlace() {
        return place.flatMap(p -> {
            var line = text.lines().skip(p.line() - 1L).findFirst().orElse("");
            if (p.column() > line.length()) return Optional.empty();
            return Pattern.compile("[\\w:?$@-]+|\\S")
                    .matcher(line)
                    .region(p.column() - 1, line.length())
                    .results()
                    .findFirst()
                    .map(MatchResult::group);
        });
    }

    private List<String> expected() {
        return TOKEN.matcher(message)
                .results()
                .map(r -> Optional.ofNullable(r.group(2)).orElseGet(() -> spoken(r.group(1))))
                .distinct()
                .limit(SHOWN_TOKENS)
                .toList();
    }

    private static String spoken(String token) {
        return switch (token) {
            case "VAR1", "VAR2" -> "?variable";
            case "IRIref" -> "<IRI>";
            case "PNAME_NS", "PNAME_LN" -> "prefix:name";
            case "BLANK_NODE_LABEL", "ANON" -> "[]";
            case "INTEGER",
                    "DECIMAL",
                    "DOUBLE",
                    "INTEGER_POSITIVE",
                    "DECIMAL_POSITIVE",
                    "DOUBLE_POSITIVE",
                    "INTEGER_NEGATIVE",
                    "DECIMAL_NEGATIVE",
                    "DOUBLE_NEGATIVE" ->
                    "number";
            case "STRING_LITERAL1",
                    "STRING_LITERAL2",
                    "STRING_LITERAL_LONG1",
                    "STRING_LITERAL_LONG2" ->
                    "\"text\"";
            case "NIL" -> "()";
            case "EOF" -> "the end";
            default -> token;
        };
    }

    private Problem undeclared(String name, String prefix, String local) {
        var problem =
                at(
                        place,
                        Problem.of(
                                MALFORMED_QUERY,
                                "The prefix " + prefix + ": of " + name + " is not declared."));
        var namespace = Prefixes.map().get(prefix);
        if (namespace == null)
            return problem.hint(
                    Similarity.nearest(prefix, Prefixes.map().keySet())
                            .map(p -> "Did you mean the prefix " + p + ":? " + declaration(p))
                            .orElse("Declare it at the top: PREFIX " + prefix + ": <…>"));
        var iri = namespace + local;
        var meant = terms.isUnknown(iri) ? terms.nearest(iri) : Optional.<String>empty();
        return problem.hint(
                "Declare it at the top: "
                        + declaration(prefix)
                        + meant.map(m -> "  And did you mean " + m + "?").orElse(""));
    }

    private static String declaration(String prefix) {
        return "PREFIX " + prefix + ": <" + Prefixes.map().get(prefix) + ">";
    }
}
