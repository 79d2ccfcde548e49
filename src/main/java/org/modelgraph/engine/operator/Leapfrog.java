package org.modelgraph.engine.operator;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins all edges of a pattern at once, variable by variable (leapfrog triejoin, Veldhuizen 2014):
 * no more is enumerated than the largest possible answer of such a pattern, also where it has
 * circles. Works on rows in which some variables may be bound already.
 */
public final class Leapfrog implements Operator {
    private final Input input;
    private final Execution run;
    private final List<Edge> edges;
    private final BitSet needed;
    private final boolean once;
    private final Map<Integer, List<TermFilter>> filters = new HashMap<>();
    private final BitSet slots = new BitSet();
    private final Map<BitSet, Route> routes = new HashMap<>();
    private final int[] row;
    private Route route = Route.NONE;
    private long weight;
    private int depth = -1;

    /**
     * A join.
     *
     * @param needed the slots whose terms somebody needs
     * @param conditions on variables of the pattern
     * @param once true where one solution for each row will do
     */
    public Leapfrog(
            Operator source,
            List<Edge> edges,
            BitSet needed,
            List<Condition> conditions,
            boolean once,
            Execution run) {
        this.input = new Input(source, run);
        this.run = run;
        this.edges = edges;
        this.needed = needed;
        this.once = once;
        this.row = new int[run.width()];
        for (var condition : conditions)
            filters.computeIfAbsent(condition.slot(), _ -> new ArrayList<>())
                    .add(run.filter(condition));
        for (var edge : edges) {
            if (Edge.isSlot(edge.subject())) slots.set(edge.subject());
            if (Edge.isSlot(edge.object())) slots.set(edge.object());
        }
    }

    @Override
    public boolean fill(Batch batch) {
        batch.clear();
        run.proceed();
        while (!batch.isFull()) {
            if (depth < 0) {
                weight = input.read(row);
                if (weight == 0) break;
                begin(batch);
            } else {
                step(batch);
            }
        }
        return batch.size() > 0;
    }

    private void begin(Batch batch) {
        var bound = new BitSet();
        slots.stream().filter(s -> row[s] != Batch.UNBOUND).forEach(bound::set);
        route = routes.computeIfAbsent(bound, b -> Route.of(edges, b, needed, filters, run));
        if (!accepts(bound) || !route.holds(row)) return;
        if (route.levels().isEmpty()) {
            emit(batch);
        } else {
            depth = 0;
            route.levels().getFirst().open(row);
        }
    }

    /** True where what was bound before meets its conditions. */
    private boolean accepts(BitSet bound) {
        for (var entry : filters.entrySet())
            if (bound.get(entry.getKey()))
                for (var filter : entry.getValue())
                    if (!filter.accepts(row[entry.getKey()])) return false;
        return true;
    }

    private void step(Batch batch) {
        var levels = route.levels();
        var level = levels.get(depth);
        if (depth == levels.size() - 1) last(level, batch);
        else if (level.next(row)) levels.get(++depth).open(row);
        else leave(level);
    }

    private void last(Level level, Batch batch) {
        while (level.next(row)) {
            emit(batch);
            if (depth < 0 || batch.isFull()) return;
        }
        leave(level);
    }

    private void leave(Level level) {
        row[level.slot()] = Batch.UNBOUND;
        depth--;
    }

    private void emit(Batch batch) {
        var all = Weight.times(weight, route.weight(row));
        if (all == 0) return;
        batch.add(row, all);
        if (once) depth = -1;
    }
}
