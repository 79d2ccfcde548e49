package org.modelgraph.graph;

import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;

/** The triples that the latest commits added to a graph or removed from one. */
final class Touches {
    private static final int MOST = 200_000;

    private final Deque<Change> commits = new ArrayDeque<>();
    private long oldest = -1;
    private long newest = -1;
    private int held;

    synchronized void note(Change change) {
        newest = change.after().number();
        if (change.streamed() || size(change) > MOST) {
            forget(newest);
            return;
        }
        commits.add(change);
        held += size(change);
        while (held > MOST) forget(commits.element().after().number());
    }

    private static int size(Change change) {
        return change.added().size() + change.removed().size();
    }

    /**
     * What was touched behind one version and up to another; empty where that is not known.
     *
     * @param most how many quads are worth it
     */
    synchronized Optional<Collection<Triple>> between(long behind, long upTo, int most) {
        if (behind < oldest || upTo > newest) return Optional.empty();
        var triples = new HashSet<Triple>();
        var left = most;
        for (var change : commits) {
            var number = change.after().number();
            if (number <= behind || number > upTo) continue;
            left -= size(change);
            if (left < 0) return Optional.empty();
            change.added().stream().map(Quad::asTriple).forEach(triples::add);
            change.removed().stream().map(Quad::asTriple).forEach(triples::add);
        }
        return Optional.of(triples);
    }

    /** True where all commits up to a version have been told. */
    synchronized boolean isComplete(long version) {
        return newest >= version;
    }

    /** Forgets the commits up to a version. */
    synchronized void forget(long version) {
        oldest = Math.max(oldest, version);
        while (!commits.isEmpty() && commits.element().after().number() <= version)
            held -= size(commits.remove());
    }
}
