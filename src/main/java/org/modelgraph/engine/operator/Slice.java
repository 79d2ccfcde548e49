package org.modelgraph.engine.operator;

/** OFFSET and LIMIT: some of the rows, in the order in which they come. */
public final class Slice implements Operator {
    private final Operator source;
    private final Batch rows;
    private long skipped;
    private long left;

    /**
     * A slice.
     *
     * @param offset how many rows are left out
     * @param limit how many come then at most
     */
    public Slice(Operator source, long offset, long limit, Execution run) {
        this.source = source;
        this.rows = run.batch();
        this.skipped = offset;
        this.left = limit;
    }

    @Override
    public boolean fill(Batch batch) {
        batch.clear();
        while (batch.size() == 0 && left > 0 && source.fill(rows))
            for (var i = 0; i < rows.size() && left > 0; i++) give(i, batch);
        return batch.size() > 0;
    }

    private void give(int row, Batch batch) {
        var weight = rows.weight(row);
        var passed = Math.min(weight, skipped);
        skipped -= passed;
        var given = Math.min(weight - passed, left);
        if (given > 0) batch.add(rows, row, given);
        left -= given;
    }
}
