package org.modelgraph.engine.operator;

import java.util.Arrays;

/** One row in which nothing is bound. */
public final class Start implements Operator {
    private final int width;
    private boolean done;

    /** The row. */
    public Start(Execution run) {
        width = run.width();
    }

    @Override
    public boolean fill(Batch batch) {
        batch.clear();
        if (done) return false;
        done = true;
        var row = new int[width];
        Arrays.fill(row, Batch.UNBOUND);
        batch.add(row, 1);
        return true;
    }
}
