package org.modelgraph.engine.operator;

import java.util.Arrays;

/**
 * Some rows: for each variable of a plan, its slot, the number of a term. Small at first, so that a
 * question with one row costs little, and larger each time that it was full.
 *
 * <p>A row has a weight: how many rows it stands for that differ only in what nobody needs.
 */
public final class Batch {
    /** What stands in the slot of a variable that is not bound. */
    public static final int UNBOUND = -1;

    private static final int FIRST = 32;
    private static final int MOST = 1024;

    private final int width;
    private int[] cells;
    private long[] weights;
    private int limit = FIRST;
    private int size;

    /**
     * An empty batch.
     *
     * @param width how many slots a row has
     */
    public Batch(int width) {
        this.width = width;
        this.cells = new int[FIRST * width];
        this.weights = new long[FIRST];
    }

    /** How many rows it holds. */
    public int size() {
        return size;
    }

    /** True where it is time to hand the rows on. */
    public boolean isFull() {
        return size >= limit;
    }

    /** Takes all rows out. */
    public void clear() {
        if (isFull()) limit = Math.min(MOST, limit * 4);
        size = 0;
    }

    private void makeRoom() {
        if (size < weights.length) return;
        weights = Arrays.copyOf(weights, size * 2);
        cells = Arrays.copyOf(cells, size * 2 * width);
    }

    /** Adds a row. */
    public void add(int[] row, long weight) {
        makeRoom();
        System.arraycopy(row, 0, cells, size * width, width);
        weights[size++] = weight;
    }

    /** Adds a row of another batch. */
    void add(Batch other, int row) {
        add(other, row, other.weights[row]);
    }

    /** Adds a row of another batch with a weight of its own. */
    void add(Batch other, int row, long weight) {
        makeRoom();
        System.arraycopy(other.cells, row * width, cells, size * width, width);
        weights[size++] = weight;
    }

    /** The term in a slot of a row. */
    public int cell(int row, int slot) {
        return cells[row * width + slot];
    }

    /** Writes a term into a slot of a row. */
    public void set(int row, int slot, int term) {
        cells[row * width + slot] = term;
    }

    /** The weight of a row. */
    public long weight(int row) {
        return weights[row];
    }

    /** Writes a row into an array of its width. */
    void copy(int row, int[] target) {
        System.arraycopy(cells, row * width, target, 0, width);
    }

    /** A row for itself. */
    public int[] row(int row) {
        return Arrays.copyOfRange(cells, row * width, (row + 1) * width);
    }
}
