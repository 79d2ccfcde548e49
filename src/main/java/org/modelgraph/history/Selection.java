package org.modelgraph.history;

import org.modelgraph.problem.Problem;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * Which commits are asked for.
 *
 * @param since only versions above this number; -1 for all
 * @param before only versions below this number; {@link Long#MAX_VALUE} for all
 * @param after only commits at or after this time
 * @param graph only commits that may have changed the graph of this name
 * @param who only commits on behalf of somebody whose name holds this text, in any case
 * @param limit how many at most, at least 1
 */
public record Selection(
        long since,
        long before,
        Instant after,
        Optional<String> graph,
        Optional<String> who,
        int limit) {
    /** The newest commits. */
    public static Selection newest(int limit) {
        return new Selection(
                -1, Long.MAX_VALUE, Instant.MIN, Optional.empty(), Optional.empty(), limit);
    }

    /** The same, above a version. */
    public Selection above(long number) {
        return new Selection(number, before, after, graph, who, limit);
    }

    /** The same, from a time on. */
    public Selection from(Instant time) {
        return new Selection(since, before, time, graph, who, limit);
    }

    /** The same, with the numbers of the versions below this one. */
    public Selection before(long number) {
        return new Selection(since, number, after, graph, who, limit);
    }

    /** The same, of one graph and of one writer, where they are named. */
    public Selection of(Optional<String> named, Optional<String> writer) {
        return new Selection(since, before, after, named, writer, limit);
    }

    /**
     * The same, after a version of a store, or from a time or day on.
     *
     * @throws Problem where the text is neither
     */
    public Selection since(String text, Chronicle chronicle) {
        if (!text.matches("\\d{4}-\\d\\d-\\d\\d.*")) return above(chronicle.numberOf(text));
        try {
            return from(
                    OffsetDateTime.parse(text.length() == 10 ? text + "T00:00Z" : text)
                            .toInstant());
        } catch (DateTimeException e) {
            throw Problem.of(Problem.Kind.BAD_REQUEST, "'" + text + "' is no time.")
                    .hint("Write a day such as 2026-11-27, or a time such as 2026-11-27T08:00:00Z.")
                    .causedBy(e);
        }
    }

    boolean takes(Commit commit) {
        return !commit.at().isBefore(after)
                && graph.map(commit::touches).orElse(true)
                && who.map(w -> contains(commit.who(), w)).orElse(true);
    }

    private static boolean contains(String name, String part) {
        return name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
