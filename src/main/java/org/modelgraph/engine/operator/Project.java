package org.modelgraph.engine.operator;

import java.util.Arrays;

/** The end of a scope: only certain slots keep what they hold. */
public final class Project implements Operator {
    private final Operator source;
    private final int[] slots;
    private final Batch rows;
    private final int[] row;

    /** A projection. */
    public Project(Operator source, int[] slots, Execution run) {
        this.source = source;
        this.slots = slots;
        this.rows = run.batch();
        this.row = new int[run.width()];
    }

    @Override
    public boolean fill(Batch batch) {
        batch.clear();
        if (!source.fill(rows)) return false;
        for (var i = 0; i < rows.size(); i++) {
            Arrays.fill(row, Batch.UNBOUND);
            for (var slot : slots) row[slot] = rows.cell(i, slot);
            batch.add(row, rows.weight(i));
        }
        return true;
    }
}
