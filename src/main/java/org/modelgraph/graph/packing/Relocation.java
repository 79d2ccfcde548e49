package org.modelgraph.graph.packing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * Where the terms of a node file go when dead ones are left out. The order of the terms stays, and
 * with it the order of their ids and of every index.
 *
 * <p>An id of TDB2 is eight bytes: with the highest bit set it is a value, else the place of a term
 * in the node file ({@code org.apache.jena.tdb2.store.NodeIdFactory}).
 */
final class Relocation {
    private long[] starts = new long[16];
    private long[] targets = new long[16];
    private int runs;
    private int last;
    private final long end;

    private Relocation(long end) {
        this.end = end;
    }

    /** Every term stays where it is. */
    static Relocation none(long end) {
        var relocation = new Relocation(end);
        relocation.begin(0, 0);
        return relocation;
    }

    /**
     * Leaves out what is known and not live.
     *
     * @param known where terms begin
     * @param live those that some quad names
     * @param end the length of the node file in bytes
     */
    static Relocation without(Offsets known, Offsets live, long end) {
        var relocation = new Relocation(end);
        var target = 0L;
        for (var at = live.next(0); at < end; ) {
            relocation.begin(at, target);
            var next = at;
            do next = known.next(next + 1);
            while (next < end && live.contains(next));
            target += next - at;
            at = live.next(next);
        }
        return relocation;
    }

    private void begin(long start, long target) {
        if (runs == starts.length) {
            starts = Arrays.copyOf(starts, 2 * runs);
            targets = Arrays.copyOf(targets, 2 * runs);
        }
        starts[runs] = start;
        targets[runs++] = target;
    }

    /** The id that takes the place of one: of a live term, or of a value, which stays. */
    long of(long id) {
        if (id < 0) return id;
        if (id < starts[last] || (last + 1 < runs && id >= starts[last + 1])) last = run(id);
        return targets[last] + id - starts[last];
    }

    private int run(long id) {
        var found = Arrays.binarySearch(starts, 0, runs, id);
        return found < 0 ? -found - 2 : found;
    }

    /** Copies the terms that stay. */
    void copy(FileChannel from, FileChannel to) throws IOException {
        for (var i = 0; i < runs; i++) {
            var next = i + 1 < runs ? targets[i + 1] : Long.MAX_VALUE;
            var length = Math.min(end - starts[i], next - targets[i]);
            for (var done = 0L; done < length; ) {
                var moved = from.transferTo(starts[i] + done, length - done, to);
                if (moved <= 0) throw new IOException("The node file ends too early");
                done += moved;
            }
        }
    }
}
