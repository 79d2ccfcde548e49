package org.modelgraph.text;

import org.modelgraph.graph.Change;
import org.modelgraph.graph.Version;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Commits that an index has not followed yet, each made on the one before. A writer that adds one
 * never waits for a search.
 */
final class Pending {
    private static final int MOST_QUADS = 200_000;

    private final Deque<Change> changes = new ArrayDeque<>();
    private long weight;

    /** Adds a commit; where it is too large to be held, nothing leads over it. */
    synchronized void add(Change change) {
        if (change.streamed() || weight + weight(change) > MOST_QUADS) {
            changes.clear();
            weight = 0;
        } else {
            changes.addLast(change);
            weight += weight(change);
        }
    }

    /**
     * Takes out the commits that lead from one version to a later one, and those before; empty
     * where they are not held.
     */
    synchronized Optional<List<Change>> take(Version from, Version to) {
        while (!changes.isEmpty() && !changes.getFirst().before().equals(from)) drop();
        if (changes.stream().noneMatch(c -> c.after().equals(to))) return Optional.empty();
        var taken = new ArrayList<Change>();
        do taken.add(drop());
        while (!taken.getLast().after().equals(to));
        return Optional.of(taken);
    }

    private Change drop() {
        var change = changes.removeFirst();
        weight -= weight(change);
        return change;
    }

    private static long weight(Change change) {
        return 1L + change.added().size() + change.removed().size();
    }
}
