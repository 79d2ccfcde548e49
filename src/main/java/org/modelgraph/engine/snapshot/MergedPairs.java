package org.modelgraph.engine.snapshot;

/** The pairs of one direction of a predicate with some more and without some others. */
final class MergedPairs {
    private final long[] pairs;
    private final int[] origins;
    private int size;

    private MergedPairs(int most) {
        pairs = new long[most];
        origins = new int[most];
    }

    /**
     * Merges.
     *
     * @param come ascending, each once; may be there already
     * @param gone ascending, each once; none that comes
     */
    static MergedPairs of(CompactAdjacency before, long[] come, long[] gone) {
        var old = before.pairs();
        var merged = new MergedPairs(old.length + come.length);
        var next = 0;
        var left = 0;
        for (var i = 0; i < old.length; i++) {
            while (next < come.length && come[next] < old[i]) merged.add(come[next], ~next++);
            if (next < come.length && come[next] == old[i]) {
                merged.add(come[next], ~next++);
                continue;
            }
            while (left < gone.length && gone[left] < old[i]) left++;
            if (left == gone.length || gone[left] != old[i]) merged.add(old[i], i);
        }
        while (next < come.length) merged.add(come[next], ~next++);
        return merged;
    }

    private void add(long pair, int origin) {
        pairs[size] = pair;
        origins[size++] = origin;
    }

    CompactAdjacency adjacency() {
        return CompactAdjacency.of(pairs, size);
    }

    /** What belongs to the pairs: that of the old ones, and that of those that came. */
    int[] carried(int[] old, int[] come) {
        var carried = new int[size];
        for (var i = 0; i < size; i++)
            carried[i] = origins[i] >= 0 ? old[origins[i]] : come[~origins[i]];
        return carried;
    }
}
