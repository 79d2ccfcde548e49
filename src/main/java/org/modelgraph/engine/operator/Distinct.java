package org.modelgraph.engine.operator;

import java.util.Arrays;

/** DISTINCT: each combination of what certain slots hold once; the other slots are emptied. */
public final class Distinct implements Operator {
    private final Operator source;
    private final int[] slots;
    private final Execution run;
    private final Batch rows;
    private final Tuples seen;
    private final int[] tuple;
    private final int[] row;

    /** A projection without repetition. */
    public Distinct(Operator source, int[] slots, Execution run) {
        this.source = source;
        this.slots = slots;
        this.run = run;
        this.rows = run.batch();
        this.seen = new Tuples(slots.length, run);
        this.tuple = new int[slots.length];
        this.row = new int[run.width()];
    }

    @Override
    public boolean fill(Batch batch) {
        batch.clear();
        while (batch.size() == 0 && source.fill(rows)) {
            run.proceed();
            for (var i = 0; i < rows.size(); i++) give(i, batch);
        }
        return batch.size() > 0;
    }

    private void give(int place, Batch batch) {
        for (var i = 0; i < slots.length; i++) tuple[i] = rows.cell(place, slots[i]);
        var before = seen.size();
        seen.add(tuple);
        if (seen.size() == before) return;
        Arrays.fill(row, Batch.UNBOUND);
        for (var i = 0; i < slots.length; i++) row[slots[i]] = tuple[i];
        batch.add(row, 1);
    }
}
