package org.modelgraph.engine.snapshot;

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Pairs of numbers, the key in the high half and the value in the low half; ascending, each once.
 */
final class PairSet {
    /** No pairs. */
    static final PairSet NONE = new PairSet(new long[0]);

    private final long[] pairs;

    private PairSet(long[] pairs) {
        this.pairs = pairs;
    }

    /** Pairs that ascend, each once; the array belongs to the set from now on. */
    static PairSet of(long[] ascending) {
        return ascending.length == 0 ? NONE : new PairSet(ascending);
    }

    static long pair(int key, int value) {
        return (long) key << 32 | value;
    }

    static int key(long pair) {
        return (int) (pair >>> 32);
    }

    int size() {
        return pairs.length;
    }

    /** The pairs, not to be changed. */
    long[] array() {
        return pairs;
    }

    boolean contains(long pair) {
        return find(pair) >= 0;
    }

    /** The place of a pair, negative where it is not there. */
    int find(long pair) {
        return Arrays.binarySearch(pairs, pair);
    }

    /** The place of the first pair whose key is at least so large. */
    int from(int key) {
        var place = find(pair(key, 0));
        return place < 0 ? ~place : place;
    }

    /** How many pairs a key has. */
    int count(int key) {
        return from(key + 1) - from(key);
    }

    /** The values of a key, ascending. */
    int[] values(int key) {
        return Arrays.stream(pairs, from(key), from(key + 1)).mapToInt(p -> (int) p).toArray();
    }

    /** The keys, ascending, each once. */
    int[] keys() {
        return Arrays.stream(pairs).mapToInt(PairSet::key).distinct().toArray();
    }

    PairSet with(PairSet others) {
        if (others.size() == 0) return this;
        if (size() == 0) return others;
        var all = new long[size() + others.size()];
        var size = 0;
        var i = 0;
        var j = 0;
        while (i < size() || j < others.size()) {
            var left = i < size() ? pairs[i] : Long.MAX_VALUE;
            var right = j < others.size() ? others.pairs[j] : Long.MAX_VALUE;
            all[size++] = Math.min(left, right);
            if (left <= right) i++;
            if (right <= left) j++;
        }
        return of(Arrays.copyOf(all, size));
    }

    PairSet without(PairSet others) {
        return others.size() == 0 ? this : filter(pair -> !others.contains(pair));
    }

    PairSet filter(LongPredicate wanted) {
        return size() == 0 ? this : of(Arrays.stream(pairs).filter(wanted).toArray());
    }

    /** The same with keys and values exchanged. */
    PairSet turned() {
        return of(Arrays.stream(pairs).map(p -> Long.rotateLeft(p, 32)).sorted().toArray());
    }

    long bytes() {
        return 8L * pairs.length;
    }
}
