package org.modelgraph.engine.operator;

import java.util.BitSet;
import java.util.Collection;

/** How many terms a variable can have, read off the snapshot rather than estimated from samples. */
public final class Cardinality {
    private Cardinality() {}

    /** The fewest candidates that an edge leaves to a slot, where certain slots are bound. */
    public static double candidates(Collection<Edge> edges, int slot, BitSet bound) {
        return edges.stream()
                .filter(e -> e.touches(slot))
                .mapToDouble(e -> candidates(e, slot, bound))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double candidates(Edge edge, int slot, BitSet bound) {
        var isSubject = edge.subject() == slot;
        var toSlot = isSubject ? edge.index().subjects() : edge.index().objects();
        var fromSlot = isSubject ? edge.index().objects() : edge.index().subjects();
        var other = edge.other(slot);
        if (edge.isLoop() || (Edge.isSlot(other) && !bound.get(other))) return fromSlot.keyCount();
        if (!Edge.isSlot(other)) return toSlot.degree(~other);
        return (double) toSlot.size() / Math.max(1, toSlot.keyCount());
    }
}
