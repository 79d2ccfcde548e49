package org.modelgraph.workbench;

import org.modelgraph.federation.Federation;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Guard;
import org.modelgraph.sparql.Prefixes;
import org.modelgraph.sparql.QueryReader;
import org.modelgraph.sparql.Terms;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something about a query text that whoever writes it should see.
 *
 * @param position where it is
 * @param length how many UTF-16 units of that line it covers; 0 at the end of a text
 * @param message what it is
 * @param hint what would help
 */
public record Diagnosis(
        Severity severity, Position position, int length, String message, Optional<String> hint) {
    private static final Position BEGIN = new Position(1, 1);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_:?$@.-]+|\\S");

    /** How bad it is. */
    public enum Severity {
        /** The query can't run. */
        ERROR,
        /** The query can run and is probably not meant so. */
        WARNING
    }

    /**
     * All that is strange about a text, in the words of the parser that would run it.
     *
     * @param federation the servers that it may call
     */
    public static List<Diagnosis> of(String text, Terms terms, Federation federation) {
        try {
            var reading = new QueryReader(terms).read(text);
            Guard.check(reading.query(), federation);
            return reading.unknown().stream().map(u -> warning(text, u)).toList();
        } catch (Problem problem) {
            var position = problem.position().orElse(BEGIN);
            return List.of(
                    new Diagnosis(
                            Severity.ERROR,
                            position,
                            length(text, position),
                            problem.detail(),
                            problem.hint()));
        }
    }

    private static Diagnosis warning(String text, QueryReader.Unknown unknown) {
        var position = place(text, unknown.iri());
        return new Diagnosis(
                Severity.WARNING,
                position,
                length(text, position),
                unknown.inWords(),
                Optional.empty());
    }

    /** Where a text names an IRI, in full or by a prefix. */
    private static Position place(String text, String iri) {
        var names = new java.util.ArrayList<String>();
        names.add(Pattern.quote("<" + iri + ">"));
        Prefixes.shorten(iri)
                .ifPresent(n -> names.add(Pattern.quote(n.substring(n.indexOf(':'))) + "\\b"));
        var found =
                Pattern.compile("[\\p{L}\\p{N}_-]*(?:" + String.join("|", names) + ")")
                        .matcher(text);
        return found.find() ? position(text, found.start()) : BEGIN;
    }

    private static Position position(String text, int offset) {
        var before = text.substring(0, offset);
        var line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Position(line, offset - before.lastIndexOf('\n'));
    }

    private static int length(String text, Position position) {
        var line = text.lines().skip(position.line() - 1L).findFirst().orElse("");
        var from = position.column() - 1;
        if (from >= line.length()) return 0;
        var word = WORD.matcher(line).region(from, line.length());
        return word.lookingAt() ? word.end() - from : 1;
    }
}
