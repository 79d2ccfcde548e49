package org.modelgraph.check;

import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * One thing that is wrong.
 *
 * @param file the file, inside of the ontology directory or as the user calls it; empty where the
 *     fault lies in no single file
 * @param line the line from 1, or 0 where the whole file is meant
 * @param column the column from 1 (in a CSV: the cell), or 0 where the whole line is meant
 * @param what what is wrong
 * @param hint what would be right, empty where that is plain
 */
public record Finding(String file, int line, int column, String what, String hint)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::file)
                    .thenComparingInt(Finding::line)
                    .thenComparingInt(Finding::column)
                    .thenComparing(Finding::what)
                    .thenComparing(Finding::hint);
    private static final Pattern PLACED =
            Pattern.compile(
                    "(?s)(.+?\\.(?:ttl|trig|rq|tsv|csv|yaml|n[tq]|rdf|owl|jsonld|rj|trix)(?:\\.gz)?)(?::\\d+){0,2}:"
                        + " (.*)");
    private static final Pattern UNDEFINED = Pattern.compile("(?i)undefined prefix: (\\w+)");

    /** The finding that a problem tells, whose detail begins with the file. */
    static Finding of(Problem problem) {
        var line = problem.position().map(Position::line).orElse(0);
        var column = problem.position().map(Position::column).orElse(0);
        var placed = PLACED.matcher(problem.detail());
        var file = placed.matches() ? placed.group(1) : "";
        var what = placed.matches() ? placed.group(2) : problem.detail();
        return new Finding(file, line, column, what, problem.hint().orElse(hint(what)));
    }

    private static String hint(String what) {
        var undefined = UNDEFINED.matcher(what);
        if (!undefined.find()) return "";
        var namespace = Prefixes.map().get(undefined.group(1));
        return namespace == null
                ? "Declare the prefix at the top of the file."
                : "Declare it at the top: PREFIX " + undefined.group(1) + ": <" + namespace + ">";
    }

    /** True where both stand in the same line of the same file. */
    boolean isAt(String otherFile, int otherLine) {
        return line > 0 && line == otherLine && file.equals(otherFile);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
