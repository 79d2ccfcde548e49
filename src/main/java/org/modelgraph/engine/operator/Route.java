package org.modelgraph.engine.operator;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * How a pattern is answered where certain slots are bound: edges to check, variables to bind one
 * after the other, and variables to count.
 */
final class Route {
    /** The route of no edges. */
    static final Route NONE = new Route(List.of(), List.of(), List.of());

    private final List<Edge> checks;
    private final List<Level> levels;
    private final List<Level> counted;

    private Route(List<Edge> checks, List<Level> levels, List<Level> counted) {
        this.checks = checks;
        this.levels = levels;
        this.counted = counted;
    }

    /**
     * Plans a route.
     *
     * @param filters conditions by slot
     */
    static Route of(
            List<Edge> edges,
            BitSet bound,
            BitSet needed,
            Map<Integer, List<TermFilter>> filters,
            Execution run) {
        var kept = (BitSet) needed.clone();
        filters.keySet().forEach(kept::set);
        var order = VariableOrder.of(edges, bound, kept);
        var known = (BitSet) bound.clone();
        var checks = edges.stream().filter(e -> touchesNone(e, known)).toList();
        var levels = new ArrayList<Level>();
        for (var slot : order.slots()) {
            levels.add(level(slot, edges, known, filters.getOrDefault(slot, List.of()), run));
            known.set(slot);
        }
        var enumerated = levels.size() - order.counted();
        return new Route(
                checks,
                List.copyOf(levels.subList(0, enumerated)),
                List.copyOf(levels.subList(enumerated, levels.size())));
    }

    private static boolean touchesNone(Edge edge, BitSet known) {
        return isKnown(edge.subject(), known) && isKnown(edge.object(), known);
    }

    private static boolean isKnown(int end, BitSet known) {
        return !Edge.isSlot(end) || known.get(end);
    }

    private static Level level(
            int slot, List<Edge> edges, BitSet known, List<TermFilter> filters, Execution run) {
        var touching = edges.stream().filter(e -> e.touches(slot)).toList();
        var loops = touching.stream().filter(Edge::isLoop).toList();
        var ends =
                touching.stream()
                        .mapToInt(e ->
                                !e.isLoop() && isKnown(e.other(slot), known)
                                        ? e.other(slot)
                                        : Level.NOTHING)
                        .toArray();
        return new Level(slot, touching, ends, loops, filters, run);
    }

    /** True where all edges that the row binds at both ends are there. */
    boolean holds(int[] row) {
        for (var edge : checks)
            if (!edge.index()
                    .objects()
                    .contains(Edge.value(edge.subject(), row), Edge.value(edge.object(), row)))
                return false;
        return true;
    }

    List<Level> levels() {
        return levels;
    }

    /** How many rows a row stands for, by what is only counted. */
    long weight(int[] row) {
        if (counted.isEmpty()) return 1;
        var weight = 1L;
        for (var level : counted) {
            level.open(row);
            weight = Weight.times(weight, level.count());
        }
        return weight;
    }
}
