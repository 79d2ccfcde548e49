package org.modelgraph.engine.snapshot;

import java.util.Arrays;

/** Longs in a row, as many as come. */
final class LongList {
    private long[] values = new long[1024];
    private int size;

    void add(long value) {
        if (size == values.length) values = Arrays.copyOf(values, size + (size >> 1));
        values[size++] = value;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** The array behind the list, of which the first {@link #size} count. */
    long[] array() {
        return values;
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
