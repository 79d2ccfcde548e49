package org.modelgraph.engine.operator;

import java.util.Arrays;

/** Distinct tuples of numbers, numbered from 0 in the order in which they came. */
final class Tuples {
    private static final int FIRST = 64;
    private static final int LOOKS = 1 << 14;

    private final int width;
    private final Execution run;
    private int[] pool;
    private int[] table;
    private int size;

    /**
     * No tuples.
     *
     * @param width how many numbers each has
     */
    Tuples(int width, Execution run) {
        this.width = width;
        this.run = run;
        this.pool = new int[FIRST * Math.max(1, width)];
        this.table = new int[FIRST * 2];
    }

    int size() {
        return size;
    }

    /** The number of a tuple if it is there, else -1. */
    int find(int[] tuple) {
        var place = place(tuple);
        return table[place] - 1;
    }

    /** Adds a tuple; the number that it has then is {@link #size} - 1 if it is new. */
    int add(int[] tuple) {
        var place = place(tuple);
        if (table[place] != 0) return table[place] - 1;
        if ((size + 1) * width > pool.length) pool = Arrays.copyOf(pool, pool.length * 2);
        System.arraycopy(tuple, 0, pool, size * width, width);
        table[place] = ++size;
        if (size * 2 > table.length) grow();
        if (size % LOOKS == 0) run.hold((long) size * (width + 3));
        return size - 1;
    }

    private void grow() {
        table = new int[table.length * 2];
        var tuple = new int[width];
        for (var i = 0; i < size; i++) {
            System.arraycopy(pool, i * width, tuple, 0, width);
            table[place(tuple)] = i + 1;
        }
    }

    /** Where a tuple stands in the table, or the free place where it would. */
    private int place(int[] tuple) {
        var place = hash(tuple) & (table.length - 1);
        while (table[place] != 0 && !isAt(table[place] - 1, tuple))
            place = (place + 1) & (table.length - 1);
        return place;
    }

    private boolean isAt(int number, int[] tuple) {
        var from = number * width;
        for (var i = 0; i < width; i++) if (pool[from + i] != tuple[i]) return false;
        return true;
    }

    private int hash(int[] tuple) {
        var hash = 1;
        for (var i = 0; i < width; i++) hash = (hash ^ tuple[i]) * 0x9E3779B1;
        return hash ^ hash >>> 15;
    }

    int cell(int number, int index) {
        return pool[number * width + index];
    }
}
