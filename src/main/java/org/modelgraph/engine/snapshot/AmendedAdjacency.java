package org.modelgraph.engine.snapshot;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One direction of a predicate with some pairs more and some fewer than when it was built. Holds no
 * more than these pairs; a row of values, or the keys, are put together when they are first asked
 * for.
 */
final class AmendedAdjacency implements Adjacency {
    private static final int LONG_ROW = 1 << 10;
    private static final int[] NOT_MADE = new int[0];

    private final CompactAdjacency built;
    private final PairSet come;
    private final PairSet gone;
    private final KeySet touched;
    private final int[] newKeys;
    private final int[] lostKeys;
    private final Map<Integer, int[]> rows = new ConcurrentHashMap<>();
    private volatile int[] keys = NOT_MADE;

    /**
     * An adjacency.
     *
     * @param come pairs that were not there when it was built
     * @param gone pairs that were
     */
    private AmendedAdjacency(CompactAdjacency built, PairSet come, PairSet gone) {
        this.built = built;
        this.come = come;
        this.gone = gone;
        this.touched = KeySet.of(come.with(gone).keys());
        this.newKeys =
                Arrays.stream(touched.keys())
                        .filter(k -> built.degree(k) == 0 && degree(k) > 0)
                        .toArray();
        this.lostKeys =
                Arrays.stream(touched.keys())
                        .filter(k -> built.degree(k) > 0 && degree(k) == 0)
                        .toArray();
    }

    /** One that was not changed yet. */
    static AmendedAdjacency of(CompactAdjacency built) {
        return new AmendedAdjacency(built, PairSet.NONE, PairSet.NONE);
    }

    /** This with what is there and what is not there of some pairs, whatever was there before. */
    AmendedAdjacency with(PairSet present, PairSet absent) {
        var looked = present.with(absent);
        var after =
                new AmendedAdjacency(
                        built,
                        come.without(looked).with(present.filter(p -> !isBuilt(p))),
                        gone.without(looked).with(absent.filter(this::isBuilt)));
        after.inherit(this, KeySet.of(looked.keys()));
        return after;
    }

    /** Takes over what was put together and is the same still. */
    private void inherit(AmendedAdjacency before, KeySet changed) {
        before.rows.forEach((key, row) -> {
            if (row.length >= LONG_ROW && touched.contains(key) && !changed.contains(key))
                rows.put(key, row);
        });
        if (Arrays.equals(newKeys, before.newKeys) && Arrays.equals(lostKeys, before.lostKeys))
            keys = before.keys;
    }

    private boolean isBuilt(long pair) {
        return built.contains(PairSet.key(pair), (int) pair);
    }

    /** The same as it is cheapest to read. */
    Adjacency cheapest() {
        return changes() == 0 ? built : this;
    }

    /** The same without anything left to put together. */
    MergedPairs merged(PairSet written) {
        return MergedPairs.of(built, come.with(written).array(), gone.array());
    }

    /** How many pairs are not as they were built. */
    int changes() {
        return come.size() + gone.size();
    }

    /** The pairs that it was built with and that are there no more. */
    PairSet gone() {
        return gone;
    }

    @Override
    public int[] keys() {
        if (newKeys.length + lostKeys.length == 0) return built.keys();
        if (keys.length == 0) keys = Merge.of(built.keys(), newKeys, lostKeys);
        return keys;
    }

    @Override
    public int keyCount() {
        return built.keyCount() + newKeys.length - lostKeys.length;
    }

    @Override
    public int size() {
        return built.size() + come.size() - gone.size();
    }

    @Override
    public int degree(int key) {
        var before = built.degree(key);
        return touched.contains(key) ? before + come.count(key) - gone.count(key) : before;
    }

    @Override
    public long range(int key) {
        return touched.contains(key) ? degree(key) : built.range(key);
    }

    @Override
    public long range(int key, Place near) {
        return touched.contains(key) ? degree(key) : built.range(key, near);
    }

    @Override
    public int[] values(int key) {
        return touched.contains(key) ? rows.computeIfAbsent(key, this::row) : built.values(key);
    }

    private int[] row(int key) {
        var range = built.range(key);
        var before =
                Arrays.copyOfRange(built.values(key), Adjacency.from(range), Adjacency.to(range));
        return Merge.of(before, come.values(key), gone.values(key));
    }

    @Override
    public boolean contains(int key, int value) {
        if (!touched.contains(key)) return built.contains(key, value);
        var pair = PairSet.pair(key, value);
        return come.contains(pair) || (built.contains(key, value) && !gone.contains(pair));
    }

    long bytes() {
        return built.bytes() + come.bytes() + gone.bytes();
    }
}
