package org.modelgraph.engine.snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * The terms of a snapshot: a dense number, from 0, for each of TDB2's 8-byte node ids. Ids are
 * compared as unsigned longs, in which order the indexes of TDB2 keep them; terms that came after
 * the dictionary was built are numbered behind the others, in runs of which each is more than twice
 * as long as the next, so that few have to be looked through.
 */
public final class Dictionary {
    /** The number of no term. */
    public static final int NONE = -1;

    private final long[] built;
    private final List<LaterTerms> later;
    private final int size;

    private Dictionary(long[] built, List<LaterTerms> later) {
        this.built = built;
        this.later = later;
        this.size = built.length + later.stream().mapToInt(LaterTerms::size).sum();
    }

    /** The dictionary of ids that ascend, each once; the array belongs to it from now on. */
    static Dictionary of(long[] ascending) {
        return new Dictionary(ascending, List.of());
    }

    /** How many terms there are. */
    public int size() {
        return size;
    }

    /** How many terms came after it was built. */
    int added() {
        return size - built.length;
    }

    /** The number of an id, or {@link #NONE}. */
    public int number(long id) {
        var place = search(built, id);
        if (place >= 0) return place;
        for (var run : later) {
            var number = run.number(id);
            if (number != NONE) return number;
        }
        return NONE;
    }

    /** The id of a number. */
    public long id(int number) {
        if (number < built.length) return built[number];
        var run = later.size() - 1;
        while (later.get(run).first() > number) run--;
        return later.get(run).id(number);
    }

    /** This dictionary and ids that it does not have, each once. */
    Dictionary with(long[] ids) {
        if (ids.length == 0) return this;
        var runs = new ArrayList<>(later);
        var last = LaterTerms.of(size, ids);
        while (!runs.isEmpty() && runs.getLast().size() <= 2 * last.size())
            last = runs.removeLast().with(last);
        runs.add(last);
        return new Dictionary(built, List.copyOf(runs));
    }

    /** The place of an id, negative where it is not there. */
    static int search(long[] ascending, long id) {
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
        return 8L * built.length + later.stream().mapToLong(LaterTerms::bytes).sum();
    }
}
