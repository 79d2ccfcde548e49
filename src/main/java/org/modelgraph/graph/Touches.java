package org.modelgraph.graph;

import org.apache.jena.graph.Triple;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The triples that the latest commits added to a graph or removed from one. */
final class Touches {
    private static final int MOST = 200_000;

    private final Deque<Touch> touches = new ArrayDeque<>();
    private long newest = -1;
    private int held;

    /** A commit; without triples where they were too many to be held. */
    private record Touch(long version, Optional<Set<Triple>> triples) {
        int size() {
            return triples.map(Set::size).orElse(0);
        }
    }

    synchronized void note(Change change) {
        newest = change.after().number();
        var many = change.streamed() || change.added().size() + change.removed().size() > MOST;
        add(new Touch(newest, many ? Optional.empty() : Optional.of(triples(change))));
        while (held > MOST) add(dropped());
    }

    private void add(Touch touch) {
        touches.add(touch);
        held += touch.size();
    }

    private Touch dropped() {
        var first = touches.remove();
        held -= first.size();
        touches.clear();
        held = 0;
        return new Touch(newest, Optional.empty());
    }

    private static Set<Triple> triples(Change change) {
        var triples = new HashSet<>(SnapshotKeeper.triples(change.added()));
        triples.addAll(SnapshotKeeper.triples(change.removed()));
        return triples;
    }

    /** True where all commits up to a version have been told. */
    synchronized boolean isComplete(long version) {
        return newest >= version;
    }

    /** What the commits touched that were not forgotten; empty where that is not known. */
    synchronized Optional<Collection<Triple>> upTo(long version) {
        if (newest < version || touches.stream().anyMatch(t -> t.triples().isEmpty()))
            return Optional.empty();
        var all = new HashSet<Triple>();
        touches.forEach(t -> t.triples().ifPresent(all::addAll));
        return Optional.of(all);
    }

    /** Forgets the commits up to a version. */
    synchronized void forget(long version) {
        while (!touches.isEmpty() && touches.element().version() <= version)
            held -= touches.remove().size();
    }
}
