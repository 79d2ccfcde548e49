package org.modelgraph.engine.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of one side of a join. Rows that bind the same slots are a {@link Shape}, since OPTIONAL
 * and UNION leave open what a row binds; within a shape they are found by what they share with the
 * row that looks for them.
 */
final class JoinTable {
    private static final int FIRST = 64;
    private static final int NONE = -1;

    /** What an entry takes beside its cells, in numbers: its weight, and its places in an index. */
    private static final int BESIDE = 6;

    private final int[] slots;
    private final Execution run;
    private final boolean whole;
    private final HeldRows rows;
    private final int[] kept;
    private final Map<Long, Shape> shapes = new HashMap<>();
    private long indexed;

    /**
     * Reads rows of an operator, all of them or as many as may be held.
     *
     * @param slots what of a row is kept
     */
    JoinTable(Operator source, int[] slots, Execution run) {
        this.slots = slots;
        this.run = run;
        this.rows = new HeldRows(slots.length, run);
        this.kept = new int[slots.length];
        this.whole = isReadToItsEnd(source);
    }

    private boolean isReadToItsEnd(Operator source) {
        var batch = run.batch();
        while (run.mayHoldAsMuchAgain(numbers())) {
            run.proceed();
            if (!source.fill(batch)) return true;
            for (var i = 0; i < batch.size(); i++) add(batch, i);
        }
        return false;
    }

    /** False where the operator has more rows than may be held. */
    boolean isWhole() {
        return whole;
    }

    private long numbers() {
        return (long) rows.size() * (slots.length + BESIDE);
    }

    private void add(Batch batch, int row) {
        var bound = 0L;
        for (var i = 0; i < slots.length; i++) {
            kept[i] = batch.cell(row, slots[i]);
            if (kept[i] != Batch.UNBOUND) bound |= bit(i);
        }
        shapes.computeIfAbsent(bound, Shape::new).add(rows.size());
        rows.add(kept, batch.weight(row));
    }

    /** Slots beyond the width of a long count as bound by nobody: nothing is found by them. */
    private static long bit(int slot) {
        return slot < Long.SIZE ? 1L << slot : 0;
    }

    /** Rows that bind the same slots. */
    private final class Shape {
        private final long bound;
        private final Map<Long, Index> indexes = new HashMap<>();
        private int[] entries = new int[FIRST];
        private int count;

        private Shape(long bound) {
            this.bound = bound;
        }

        private void add(int entry) {
            if (count == entries.length) entries = Arrays.copyOf(entries, count * 2);
            entries[count++] = entry;
        }

        /** The index by what the shape shares with a row that binds these slots. */
        private Index by(long others) {
            return indexes.computeIfAbsent(bound & others, shared -> new Index(this, shared));
        }
    }

    /** The entries of a shape in chains of those that hold the same in some slots. */
    private final class Index {
        private final Shape shape;
        private final long shared;
        private final int[] heads;
        private final int[] next;

        private Index(Shape shape, long shared) {
            this.shape = shape;
            this.shared = shared;
            this.heads = new int[Math.max(FIRST, Integer.highestOneBit(shape.count) * 2)];
            this.next = new int[shape.count];
            indexed += heads.length + next.length;
            run.hold(numbers() + indexed);
            Arrays.fill(heads, NONE);
            for (var place = shape.count - 1; place >= 0; place--) {
                var head = place(hashOf(shape.entries[place]));
                next[place] = heads[head];
                heads[head] = place;
            }
        }

        private int place(int hash) {
            return (hash ^ hash >>> 15) & (heads.length - 1);
        }

        private int hashOf(int entry) {
            var hash = 1;
            for (var i = 0; i < slots.length; i++)
                if ((shared & bit(i)) != 0) hash = mixed(hash, rows.cell(entry, i));
            return hash;
        }

        private int first(int[] row) {
            var hash = 1;
            for (var i = 0; i < slots.length; i++)
                if ((shared & bit(i)) != 0) hash = mixed(hash, row[slots[i]]);
            return heads[place(hash)];
        }
    }

    private static int mixed(int hash, int cell) {
        return (hash ^ cell) * 0x9E3779B1;
    }

    /** The entries that may fit a row, one after the other. */
    final class Search {
        private final List<Shape> all = new ArrayList<>(shapes.values());
        private int[] row = new int[0];
        private long bound;
        private int shape;
        private int[] entries = new int[0];
        private int[] next = new int[0];
        private int place = NONE;

        /** Begins anew, before the first entry for a row. */
        void begin(int[] sought) {
            row = sought;
            bound = 0;
            for (var i = 0; i < slots.length; i++)
                if (row[slots[i]] != Batch.UNBOUND) bound |= bit(i);
            shape = 0;
            place = NONE;
        }

        /** Goes to the next entry; false where there is none. */
        boolean advance() {
            if (place != NONE) place = next[place];
            while (place == NONE) {
                if (shape == all.size()) return false;
                var index = all.get(shape++).by(bound);
                entries = index.shape.entries;
                next = index.next;
                place = index.first(row);
            }
            return true;
        }

        /**
         * Adds to a row what the entry binds; false where both bind a variable to different terms.
         */
        boolean merge(int[] into) {
            var entry = entries[place];
            for (var i = 0; i < slots.length; i++) {
                var cell = rows.cell(entry, i);
                if (cell == Batch.UNBOUND) continue;
                if (into[slots[i]] == Batch.UNBOUND) into[slots[i]] = cell;
                else if (into[slots[i]] != cell) return false;
            }
            return true;
        }

        long weight() {
            return rows.weight(entries[place]);
        }
    }
}
