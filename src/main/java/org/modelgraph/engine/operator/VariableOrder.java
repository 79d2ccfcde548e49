package org.modelgraph.engine.operator;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * In which order the variables of a pattern are bound: the one with the fewest candidates first, as
 * the snapshot counts them, and then always one that hangs on those before. A variable that nobody
 * needs and that hangs on one edge comes last, where its values are counted only.
 */
final class VariableOrder {
    private final List<Edge> edges;
    private final BitSet bound;
    private final BitSet counted = new BitSet();
    private final List<Integer> order = new ArrayList<>();

    private VariableOrder(List<Edge> edges, BitSet bound) {
        this.edges = edges;
        this.bound = (BitSet) bound.clone();
    }

    /**
     * An order.
     *
     * @param slots of the variables in their order; those that are counted last
     * @param counted how many of them are counted
     */
    record Order(List<Integer> slots, int counted) {}

    /**
     * Finds an order.
     *
     * @param bound the slots that are bound before
     * @param kept the slots that somebody needs, or that have a condition
     */
    static Order of(List<Edge> edges, BitSet bound, BitSet kept) {
        var order = new VariableOrder(edges, bound);
        var open = order.open();
        open.stream().filter(s -> !kept.get(s) && order.isLeaf(s)).forEach(order::defer);
        open.andNot(order.counted);
        while (!open.isEmpty()) open.clear(order.takeBest(open));
        order.counted.stream().forEach(order.order::add);
        return new Order(List.copyOf(order.order), order.counted.cardinality());
    }

    private BitSet open() {
        var open = new BitSet();
        for (var edge : edges) {
            if (Edge.isSlot(edge.subject())) open.set(edge.subject());
            if (Edge.isSlot(edge.object())) open.set(edge.object());
        }
        open.andNot(bound);
        return open;
    }

    private boolean isLeaf(int slot) {
        var touching = edges.stream().filter(e -> e.touches(slot)).toList();
        return touching.size() == 1 && !touching.getFirst().isLoop();
    }

    /** Counts a leaf, unless it hangs on another one that is counted. */
    private void defer(int slot) {
        for (var edge : edges) if (edge.touches(slot) && isCounted(edge.other(slot))) return;
        counted.set(slot);
    }

    private boolean isCounted(int end) {
        return Edge.isSlot(end) && counted.get(end);
    }

    private int takeBest(BitSet open) {
        var best = -1;
        var least = Double.POSITIVE_INFINITY;
        var bestHangs = false;
        for (var slot = open.nextSetBit(0); slot >= 0; slot = open.nextSetBit(slot + 1)) {
            var hangs = hangs(slot);
            var candidates = Cardinality.candidates(edges, slot, bound);
            var better = hangs == bestHangs ? candidates < least : hangs;
            if (best < 0 || better) {
                best = slot;
                least = candidates;
                bestHangs = hangs;
            }
        }
        order.add(best);
        bound.set(best);
        return best;
    }

    private boolean hangs(int slot) {
        return edges.stream().anyMatch(e -> hangs(e, slot));
    }

    /** True where an edge leads from a slot to something that is known. */
    private boolean hangs(Edge edge, int slot) {
        return edge.touches(slot) && !edge.isLoop() && isKnown(edge.other(slot));
    }

    private boolean isKnown(int end) {
        return !Edge.isSlot(end) || bound.get(end);
    }
}
