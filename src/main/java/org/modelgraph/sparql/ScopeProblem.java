package org.modelgraph.sparql;

import static org.modelgraph.problem.Problem.Kind.MALFORMED_QUERY;

import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a text whose every word stands right, and whose variables don't: Jena's parser
 * names the variable and no place, so the place is looked up in the text.
 */
final class ScopeProblem {
    private static final Pattern STAR = Pattern.compile("SELECT \\* not legal with GROUP BY");
    private static final Pattern UNGROUPED =
            Pattern.compile("Non-group key variable in SELECT: \\?(\\S+)");
    private static final Pattern TAKEN =
            Pattern.compile("Variable used when already in-scope: \\?(\\S+)");
    private static final Pattern TWICE =
            Pattern.compile("Duplicate variable .*in result projection '\\??([^']+)'");
    private static final Pattern IN_DATA = Pattern.compile("Variables not permitted in data");
    private static final Pattern ANY = Pattern.compile("\\?(\\w+)");

    private final String text;
    private final String message;

    private ScopeProblem(String text, String message) {
        this.text = text;
        this.message = message;
    }

    /** The problem of a text, if the parser's message is one of a variable without a place. */
    static Optional<Problem> of(String text, String message) {
        if (message.matches("(?s)[Ll]ine \\d+, column \\d+.*")) return Optional.empty();
        return new ScopeProblem(text, message).problem();
    }

    private Optional<Problem> problem() {
        if (STAR.matcher(message).find()) return Optional.of(star());
        if (IN_DATA.matcher(message).find()) return Optional.of(inData());
        return found(UNGROUPED)
                .map(this::ungrouped)
                .or(() -> found(TAKEN).map(this::taken))
                .or(() -> found(TWICE).map(this::twice))
                .or(() -> found(ANY).map(name -> at(mention(name), message)));
    }

    private Optional<String> found(Pattern pattern) {
        return pattern.matcher(message).results().findFirst().map(r -> r.group(1));
    }

    private Problem star() {
        return at(
                        Pattern.compile("(?i)\\bSELECT\\s+(?:(?:DISTINCT|REDUCED)\\s+)?(\\*)"),
                        "SELECT * can't stand with GROUP BY.")
                .hint("Name what each group is to show, such as (COUNT(*) AS ?number).");
    }

    private Problem inData() {
        return at(
                        Pattern.compile("(?is)\\b(?:INSERT|DELETE)\\s+DATA\\b.*?([?$]\\w+)"),
                        "Data hold no variables.")
                .hint("Write INSERT { … } WHERE { … } or DELETE WHERE { … }.");
    }

    private Problem ungrouped(String name) {
        return at(
                        Pattern.compile("(?i)\\bSELECT\\b[^{]*?(" + variable(name) + ")"),
                        "?" + name + " is neither grouped by nor aggregated.")
                .hint(
                        "Add it to GROUP BY, or aggregate it, such as (SAMPLE(?"
                                + name
                                + ") AS ?x).");
    }

    private Problem taken(String name) {
        return at(
                        Pattern.compile(
                                "(?is)" + variable(name) + ".*?\\bAS\\s+(" + variable(name) + ")"),
                        "?" + name + " has a value already, and AS gives it another.")
                .hint("Give the new value another name.");
    }

    private Problem twice(String name) {
        return at(
                        Pattern.compile("(?s)" + variable(name) + ".*?(" + variable(name) + ")"),
                        "?" + name + " is selected twice.")
                .hint("Leave one of them out, or give it another name.");
    }

    private static Pattern mention(String name) {
        return Pattern.compile("(" + variable(name) + ")");
    }

    private static String variable(String name) {
        return "[?$]" + Pattern.quote(name) + "(?![\\w\\u00b7-\\uffef])";
    }

    private Problem at(Pattern place, String detail) {
        var problem = Problem.of(MALFORMED_QUERY, detail.replaceAll("\\s+", " "));
        var matcher = place.matcher(text);
        return matcher.find() ? problem.at(position(matcher)) : problem;
    }

    private Position position(Matcher found) {
        var before = text.substring(0, found.start(1));
        var line = before.chars().filter(c -> c == '\n').count() + 1;
        return new Position((int) line, before.length() - before.lastIndexOf('\n'));
    }
}
