package org.modelgraph.engine.operator;

import java.util.Arrays;

/** The rows of one side of a join, found by what certain slots of them hold. */
final class JoinTable {
    /** The entry of no row. */
    static final int NONE = -1;

    private static final int FIRST = 64;
    private static final int LOOKS = 1 << 13;

    private final int[] slots;
    private final int[] keys;
    private final Execution run;
    private int[] cells;
    private long[] weights = new long[FIRST];
    private int[] next = new int[0];
    private int[] heads = new int[0];
    private int size;

    /**
     * Reads all rows of an operator.
     *
     * @param slots what of a row is kept
     * @param keys those of the slots by which rows are found; bound in each row
     */
    JoinTable(Operator source, int[] slots, int[] keys, Execution run) {
        this.slots = slots;
        this.keys = keys;
        this.run = run;
        this.cells = new int[FIRST * slots.length];
        var batch = run.batch();
        while (source.fill(batch)) {
            run.proceed();
            for (var i = 0; i < batch.size(); i++) add(batch, i);
        }
        link();
    }

    private void add(Batch batch, int row) {
        if (size == weights.length) {
            weights = Arrays.copyOf(weights, size * 2);
            cells = Arrays.copyOf(cells, size * 2 * slots.length);
        }
        for (var i = 0; i < slots.length; i++)
            cells[size * slots.length + i] = batch.cell(row, slots[i]);
        weights[size++] = batch.weight(row);
        if (size % LOOKS == 0) run.hold((long) size * (slots.length + 4));
    }

    private void link() {
        if (keys.length == 0) return;
        heads = new int[Math.max(FIRST, Integer.highestOneBit(size) * 2)];
        Arrays.fill(heads, NONE);
        next = new int[size];
        var row = new int[run.width()];
        for (var entry = size - 1; entry >= 0; entry--) {
            for (var i = 0; i < slots.length; i++) row[slots[i]] = cells[entry * slots.length + i];
            var place = hash(row);
            next[entry] = heads[place];
            heads[place] = entry;
        }
    }

    private int hash(int[] row) {
        var hash = 1;
        for (var key : keys) hash = (hash ^ row[key]) * 0x9E3779B1;
        return (hash ^ hash >>> 15) & (heads.length - 1);
    }

    /** True where a row can be looked up by its keys. */
    private boolean isFindable(int[] row) {
        for (var key : keys) if (row[key] == Batch.UNBOUND) return false;
        return keys.length > 0;
    }

    /** The first entry that may fit a row, or {@link #NONE}. */
    int first(int[] row) {
        if (isFindable(row)) return heads[hash(row)];
        return size == 0 ? NONE : 0;
    }

    /** The entry after one. */
    int after(int entry, int[] row) {
        if (isFindable(row)) return next[entry];
        return entry + 1 < size ? entry + 1 : NONE;
    }

    /** Adds to a row what an entry binds; false where both bind a variable to different terms. */
    boolean merge(int entry, int[] row) {
        for (var i = 0; i < slots.length; i++) {
            var cell = cells[entry * slots.length + i];
            if (cell == Batch.UNBOUND) continue;
            if (row[slots[i]] == Batch.UNBOUND) row[slots[i]] = cell;
            else if (row[slots[i]] != cell) return false;
        }
        return true;
    }

    long weight(int entry) {
        return weights[entry];
    }
}
