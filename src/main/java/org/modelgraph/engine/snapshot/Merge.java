package org.modelgraph.engine.snapshot;

/** Ascending numbers, each once, with some more and without some of them. */
final class Merge {
    private Merge() {}

    /**
     * Merges.
     *
     * @param come ascending; none that is there
     * @param gone ascending; all of them there
     */
    static int[] of(int[] before, int[] come, int[] gone) {
        var after = new int[before.length + come.length - gone.length];
        var size = 0;
        var from = 0;
        var next = 0;
        var lost = 0;
        while (next < come.length || lost < gone.length) {
            var isLoss = next == come.length || (lost < gone.length && gone[lost] < come[next]);
            var place = place(before, from, isLoss ? gone[lost] : come[next]);
            System.arraycopy(before, from, after, size, place - from);
            size += place - from;
            from = place;
            if (isLoss) {
                from++;
                lost++;
            } else {
                after[size++] = come[next++];
            }
        }
        System.arraycopy(before, from, after, size, before.length - from);
        return after;
    }

    private static int place(int[] ascending, int from, int number) {
        var place = java.util.Arrays.binarySearch(ascending, from, ascending.length, number);
        return place < 0 ? ~place : place;
    }
}
