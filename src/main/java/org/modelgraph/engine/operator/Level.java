package org.modelgraph.engine.operator;

import org.modelgraph.engine.snapshot.Adjacency;
import org.modelgraph.engine.snapshot.Leap;
import org.modelgraph.engine.snapshot.Place;

import java.util.List;
import java.util.stream.Stream;

/**
 * One variable of a pattern: its candidates are what all edges that touch it have in common. The
 * sets are ascending; the smallest leads, and the others leap to where it stands.
 */
final class Level {
    private static final int STEPS_BETWEEN_LOOKS = 1 << 13;

    private final int slot;
    private final List<Edge> edges;
    private final List<Edge> loops;
    private final List<TermFilter> filters;
    private final int[] known;
    private final int[][] sets;
    private final int[] at;
    private final int[] end;
    private final Place[] places;
    private final Execution run;
    private int steps;

    /**
     * A level.
     *
     * @param known for each edge, the end that is known when the level is opened, or {@link
     *     #NOTHING} where none is
     */
    Level(
            int slot,
            List<Edge> edges,
            int[] known,
            List<Edge> loops,
            List<TermFilter> filters,
            Execution run) {
        this.slot = slot;
        this.edges = edges;
        this.known = known;
        this.loops = loops;
        this.filters = filters;
        this.run = run;
        this.sets = new int[edges.size()][];
        this.at = new int[edges.size()];
        this.end = new int[edges.size()];
        this.places = Stream.generate(Place::new).limit(edges.size()).toArray(Place[]::new);
    }

    /** In the place of a known end: none of the two is. */
    static final int NOTHING = Integer.MAX_VALUE;

    int slot() {
        return slot;
    }

    /** Begins with the candidates for what the row has bound so far. */
    void open(int[] row) {
        var smallest = 0;
        for (var i = 0; i < sets.length; i++) {
            open(i, row);
            if (end[i] - at[i] < end[smallest] - at[smallest]) smallest = i;
        }
        swap(smallest);
    }

    private void open(int i, int[] row) {
        var edge = edges.get(i);
        var ofSubject = edge.subject() == slot;
        if (known[i] == NOTHING) {
            var own = ofSubject ? edge.index().objects() : edge.index().subjects();
            set(i, own.keys(), 0, own.keyCount());
        } else {
            var other = ofSubject ? edge.index().subjects() : edge.index().objects();
            var key = Edge.value(known[i], row);
            var range = other.range(key, places[i]);
            set(i, other.values(key), Adjacency.from(range), Adjacency.to(range));
        }
    }

    private void set(int i, int[] values, int from, int to) {
        sets[i] = values;
        at[i] = from;
        end[i] = to;
    }

    private void swap(int lead) {
        if (lead == 0) return;
        var values = sets[0];
        var from = at[0];
        var to = end[0];
        set(0, sets[lead], at[lead], end[lead]);
        set(lead, values, from, to);
    }

    /** How many candidates there are, of a level with one edge that has just been opened. */
    int count() {
        return end[0] - at[0];
    }

    /** Binds the next candidate in the row; false where there is none left. */
    boolean next(int[] row) {
        while (at[0] < end[0]) {
            if (++steps % STEPS_BETWEEN_LOOKS == 0) run.proceed();
            var candidate = sets[0][at[0]];
            var missed = meet(candidate);
            if (missed == candidate) {
                at[0]++;
                if (!accepts(candidate)) continue;
                row[slot] = candidate;
                return true;
            }
            if (missed < 0) break;
            at[0] = Leap.to(missed, sets[0], at[0] + 1, end[0]);
        }
        at[0] = end[0];
        return false;
    }

    /** The candidate if all sets have it, else the least that could be next; negative for none. */
    private int meet(int candidate) {
        for (var i = 1; i < sets.length; i++) {
            at[i] = Leap.to(candidate, sets[i], at[i], end[i]);
            if (at[i] == end[i]) return -1;
            if (sets[i][at[i]] != candidate) return sets[i][at[i]];
        }
        return candidate;
    }

    private boolean accepts(int candidate) {
        for (var loop : loops)
            if (!loop.index().objects().contains(candidate, candidate)) return false;
        for (var filter : filters) if (!filter.accepts(candidate)) return false;
        return true;
    }
}
