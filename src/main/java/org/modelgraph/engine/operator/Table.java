package org.modelgraph.engine.operator;

/** VALUES: each row with every row of a table that agrees with it. */
public final class Table implements Operator {
    private final Input input;
    private final int[] slots;
    private final int[][] table;
    private final Execution run;
    private final int[] begun;
    private final int[] row;
    private int next;
    private long weight;

    /**
     * A join with a table.
     *
     * @param slots the columns of the table
     * @param table its rows
     */
    public Table(Operator source, int[] slots, int[][] table, Execution run) {
        this.input = new Input(source, run);
        this.slots = slots;
        this.table = table;
        this.run = run;
        this.begun = new int[run.width()];
        this.row = new int[run.width()];
        this.next = table.length;
    }

    @Override
    public boolean fill(Batch batch) {
        batch.clear();
        run.proceed();
        while (!batch.isFull()) {
            if (next == table.length) {
                weight = input.read(begun);
                if (weight == 0) break;
                next = 0;
                if (table.length == 0) continue;
            }
            if (agrees(table[next++])) batch.add(row, weight);
        }
        return batch.size() > 0;
    }

    private boolean agrees(int[] values) {
        System.arraycopy(begun, 0, row, 0, row.length);
        for (var i = 0; i < slots.length; i++) {
            if (values[i] == Batch.UNBOUND) continue;
            if (row[slots[i]] == Batch.UNBOUND) row[slots[i]] = values[i];
            else if (row[slots[i]] != values[i]) return false;
        }
        return true;
    }
}
