package org.modelgraph.engine.operator;

import org.modelgraph.engine.snapshot.PredicateIndex;

import java.util.BitSet;

/**
 * A triple pattern whose predicate is known. Its ends are slots from 0, or the complement (~) of
 * the number of a term.
 */
public record Edge(PredicateIndex index, int subject, int object) {
    /** True of an end that is a variable. */
    public static boolean isSlot(int end) {
        return end >= 0;
    }

    /** Marks the ends that are variables. */
    public static void mark(BitSet slots, int... ends) {
        for (var end : ends) if (isSlot(end)) slots.set(end);
    }

    /** The term at an end, or {@link Batch#UNBOUND}. */
    static int value(int end, int[] row) {
        return end >= 0 ? row[end] : ~end;
    }

    boolean touches(int slot) {
        return subject == slot || object == slot;
    }

    boolean isLoop() {
        return subject == object;
    }

    /** The end that is not this slot. */
    int other(int slot) {
        return subject == slot ? object : subject;
    }
}
