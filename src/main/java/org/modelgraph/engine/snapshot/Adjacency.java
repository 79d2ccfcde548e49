package org.modelgraph.engine.snapshot;

/**
 * One direction of a predicate: ascending keys, and for each key its values, ascending. The one
 * door to triples and to how many there are.
 */
public sealed interface Adjacency permits CompactAdjacency, AmendedAdjacency {
    /** The range of a key that has no values. */
    long EMPTY = 0;

    /** The keys, ascending, each once. */
    int[] keys();

    /** How many keys there are; costs nothing. */
    int keyCount();

    /** How many pairs there are. */
    int size();

    /**
     * Where in {@link #values} the values of a key stand: the first place in the high half, the
     * place behind the last in the low half.
     */
    long range(int key);

    /**
     * The same, looked for from where the key before was found: keys that ascend cost next to
     * nothing.
     */
    long range(int key, Place near);

    /** The array in which the values of a key stand, in the {@link #range} of that key. */
    int[] values(int key);

    /** True where the pair is there. */
    boolean contains(int key, int value);

    /** How many values a key has. */
    default int degree(int key) {
        var range = range(key);
        return to(range) - from(range);
    }

    /** The first place of a range. */
    static int from(long range) {
        return (int) (range >>> 32);
    }

    /** The place behind the last of a range. */
    static int to(long range) {
        return (int) range;
    }
}
