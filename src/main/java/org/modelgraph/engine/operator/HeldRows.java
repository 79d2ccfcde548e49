package org.modelgraph.engine.operator;

import java.util.Arrays;

/** Rows of numbers with their weights, in memory. */
final class HeldRows {
    private static final int FIRST = 64;
    private static final int LOOKS = 1 << 13;

    private final Execution run;
    private final int width;
    private int[] cells;
    private long[] weights = new long[FIRST];
    private int size;
    private int next;

    /**
     * No rows yet.
     *
     * @param width how many numbers a row has
     */
    HeldRows(int width, Execution run) {
        this.run = run;
        this.width = width;
        this.cells = new int[FIRST * width];
    }

    void add(int[] row, long weight) {
        if (size == weights.length) {
            weights = Arrays.copyOf(weights, size * 2);
            cells = Arrays.copyOf(cells, size * 2 * width);
        }
        System.arraycopy(row, 0, cells, size * width, width);
        weights[size++] = weight;
        if (size % LOOKS == 0) run.hold((long) size * (width + 2));
    }

    int size() {
        return size;
    }

    int cell(int row, int column) {
        return cells[row * width + column];
    }

    long weight(int row) {
        return weights[row];
    }

    /** Begins anew after so many rows. */
    void rewind(int rows) {
        next = rows;
    }

    /**
     * Writes the next row into an array.
     *
     * @return its weight; 0 where there is none
     */
    long read(int[] row) {
        if (next == size) return 0;
        System.arraycopy(cells, next * width, row, 0, width);
        return weights[next++];
    }
}
