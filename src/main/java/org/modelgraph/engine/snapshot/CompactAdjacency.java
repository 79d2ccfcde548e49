package org.modelgraph.engine.snapshot;

import java.util.Arrays;

/**
 * One direction of a predicate as compressed sparse rows: the values of all keys stand in one
 * array. Where the keys lie close to each other a table from key to place stands in for the search.
 */
final class CompactAdjacency implements Adjacency {
    private static final int MOST_SPAN = 4;

    private final int[] keys;
    private final int[] offsets;
    private final int[] values;
    private final int[] table;

    private CompactAdjacency(int[] keys, int[] offsets, int[] values) {
        this.keys = keys;
        this.offsets = offsets;
        this.values = values;
        this.table = table(keys);
    }

    /**
     * Makes one from pairs.
     *
     * @param pairs key in the high half, value in the low half; ascending, each once
     */
    static CompactAdjacency of(long[] pairs, int size) {
        var values = new int[size];
        var distinct = 0;
        for (var i = 0; i < size; i++) {
            values[i] = (int) pairs[i];
            if (i == 0 || key(pairs[i]) != key(pairs[i - 1])) distinct++;
        }
        var keys = new int[distinct];
        var offsets = new int[distinct + 1];
        var at = -1;
        for (var i = 0; i < size; i++) {
            if (i == 0 || key(pairs[i]) != key(pairs[i - 1])) {
                keys[++at] = key(pairs[i]);
                offsets[at] = i;
            }
        }
        offsets[distinct] = size;
        return new CompactAdjacency(keys, offsets, values);
    }

    private static int key(long pair) {
        return (int) (pair >>> 32);
    }

    /** From a key, counted from the first, to its place; empty where the keys lie far apart. */
    private static int[] table(int[] keys) {
        if (keys.length == 0) return new int[0];
        var span = (long) keys[keys.length - 1] - keys[0] + 1;
        if (span > (long) MOST_SPAN * keys.length) return new int[0];
        var table = new int[(int) span];
        Arrays.fill(table, -1);
        for (var i = 0; i < keys.length; i++) table[keys[i] - keys[0]] = i;
        return table;
    }

    /** The pairs, as {@link #of} takes them. */
    long[] pairs() {
        var pairs = new long[values.length];
        for (var k = 0; k < keys.length; k++)
            for (var i = offsets[k]; i < offsets[k + 1]; i++)
                pairs[i] = (long) keys[k] << 32 | values[i];
        return pairs;
    }

    @Override
    public int[] keys() {
        return keys;
    }

    @Override
    public int keyCount() {
        return keys.length;
    }

    @Override
    public int[] values(int key) {
        return values;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public long range(int key) {
        return rangeAt(place(key));
    }

    private long rangeAt(int place) {
        return place < 0 ? EMPTY : (long) offsets[place] << 32 | offsets[place + 1];
    }

    @Override
    public long range(int key, Place near) {
        var at = near.at;
        if (at < keys.length && keys[at] < key) at++;
        if (at >= keys.length || keys[at] != key) {
            at = table.length > 0 ? place(key) : search(key, at);
            if (at < 0) return EMPTY;
        }
        near.at = at;
        return rangeAt(at);
    }

    private int search(int key, int from) {
        var ahead = from < keys.length && keys[from] < key;
        var at = ahead ? Leap.to(key, keys, from, keys.length) : Arrays.binarySearch(keys, key);
        return at >= 0 && at < keys.length && keys[at] == key ? at : -1;
    }

    @Override
    public boolean contains(int key, int value) {
        return find(key, value) >= 0;
    }

    /** The place of a pair among all values, negative where it is not there. */
    int find(int key, int value) {
        var range = range(key);
        return Arrays.binarySearch(values, Adjacency.from(range), Adjacency.to(range), value);
    }

    private int place(int key) {
        if (table.length == 0) return Arrays.binarySearch(keys, key);
        var index = key - keys[0];
        return index >= 0 && index < table.length ? table[index] : -1;
    }

    long bytes() {
        return 4L * (keys.length + offsets.length + values.length + table.length);
    }
}
