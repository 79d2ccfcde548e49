package org.modelgraph.engine.snapshot;

import java.util.Arrays;

/**
 * The terms of a snapshot: a dense number, from 0, for each of TDB2's 8-byte node ids. Ids are
 * compared as unsigned longs, in which order the indexes of TDB2 keep them; terms that came after
 * the dictionary was built are numbered behind the others.
 */
public final class Dictionary {
    /** The number of no term. */
    public static final int NONE = -1;

    private final long[] built;
    private final long[] later;
    private final long[] laterSorted;
    private final int[] laterNumbers;

    private Dictionary(long[] built, long[] later, long[] laterSorted, int[] laterNumbers) {
        this.built = built;
        this.later = later;
        this.laterSorted = laterSorted;
        this.laterNumbers = laterNumbers;
    }

    /** The dictionary of ids that ascend, each once; the array belongs to it from now on. */
    static Dictionary of(long[] ascending) {
        return new Dictionary(ascending, new long[0], new long[0], new int[0]);
    }

    /** How many terms there are. */
    public int size() {
        return built.length + later.length;
    }

    /** How many terms came after it was built. */
    int added() {
        return later.length;
    }

    /** The number of an id, or {@link #NONE}. */
    public int number(long id) {
        var place = search(built, id);
        if (place >= 0) return place;
        place = search(laterSorted, id);
        return place >= 0 ? laterNumbers[place] : NONE;
    }

    /** The id of a number. */
    public long id(int number) {
        return number < built.length ? built[number] : later[number - built.length];
    }

    /** This dictionary and ids that it does not have, each once. */
    Dictionary with(long[] ids) {
        if (ids.length == 0) return this;
        var all = Arrays.copyOf(later, later.length + ids.length);
        System.arraycopy(ids, 0, all, later.length, ids.length);
        var order = new Integer[all.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compareUnsigned(all[a], all[b]));
        var sorted = new long[all.length];
        var numbers = new int[all.length];
        for (var i = 0; i < all.length; i++) {
            sorted[i] = all[order[i]];
            numbers[i] = built.length + order[i];
        }
        return new Dictionary(built, all, sorted, numbers);
    }

    private static int search(long[] ascending, long id) {
        var low = 0;
        var high = ascending.length - 1;
        var key = id ^ Long.MIN_VALUE;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var found = ascending[middle] ^ Long.MIN_VALUE;
            if (found < key) low = middle + 1;
            else if (found > key) high = middle - 1;
            else return middle;
        }
        return -1;
    }

    long bytes() {
        return 8L * built.length + 20L * later.length;
    }
}
