package org.modelgraph.engine.operator;

/**
 * MINUS where the variables that both sides share are bound in every row of both: the rows of which
 * the right side has no counterpart. The right side is read once, and its tuples are held.
 */
public final class Minus implements Operator {
    private final Operator source;
    private final Stage right;
    private final int[] common;
    private final Execution run;
    private final Batch rows;
    private final int[] tuple;
    private final Tuples removed;
    private boolean begun;

    /**
     * A difference.
     *
     * @param common the slots that both sides share; at least one
     */
    public Minus(Operator source, Stage right, int[] common, Execution run) {
        this.source = source;
        this.right = right;
        this.common = common;
        this.run = run;
        this.rows = run.batch();
        this.tuple = new int[common.length];
        this.removed = new Tuples(common.length, run);
    }

    @Override
    public boolean fill(Batch batch) {
        if (!begun) collect();
        batch.clear();
        while (batch.size() == 0 && source.fill(rows)) {
            run.proceed();
            for (var i = 0; i < rows.size(); i++) give(i, batch);
        }
        return batch.size() > 0;
    }

    private void give(int row, Batch batch) {
        read(rows, row);
        if (removed.find(tuple) < 0) batch.add(rows, row);
    }

    private void read(Batch from, int row) {
        for (var i = 0; i < common.length; i++) tuple[i] = from.cell(row, common[i]);
    }

    private void collect() {
        begun = true;
        var found = right.open(new Start(run), run);
        var batch = run.batch();
        while (found.fill(batch))
            for (var i = 0; i < batch.size(); i++) {
                read(batch, i);
                removed.add(tuple);
            }
    }
}
