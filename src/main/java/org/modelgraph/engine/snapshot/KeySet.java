package org.modelgraph.engine.snapshot;

import java.util.Arrays;

/** A few keys among many: a table of bits turns most others away before there is a search. */
final class KeySet {
    private static final int LEAST_BITS = 1 << 10;
    private static final int BITS_A_KEY = 16;

    private static final KeySet NONE = new KeySet(new int[0]);

    private final int[] keys;
    private final long[] bits;

    private KeySet(int[] keys) {
        this.keys = keys;
        var size = Integer.highestOneBit(Math.max(LEAST_BITS, BITS_A_KEY * keys.length));
        this.bits = new long[size >> 6];
        for (var key : keys) bits[word(key)] |= 1L << key;
    }

    /**
     * A set.
     *
     * @param keys ascending, each once
     */
    static KeySet of(int[] keys) {
        return keys.length == 0 ? NONE : new KeySet(keys);
    }

    private int word(int key) {
        return (key >> 6) & (bits.length - 1);
    }

    boolean contains(int key) {
        return (bits[word(key)] & (1L << key)) != 0 && Arrays.binarySearch(keys, key) >= 0;
    }

    /** The keys, ascending. */
    int[] keys() {
        return keys;
    }
}
