package org.modelgraph.engine.operator;

/** The rows of a batch once more. */
public final class Replay implements Operator {
    private final Batch rows;
    private int next;

    /** The rows, which must not change while they are read. */
    public Replay(Batch rows) {
        this.rows = rows;
    }

    @Override
    public boolean fill(Batch batch) {
        batch.clear();
        while (next < rows.size() && !batch.isFull()) batch.add(rows, next++);
        return batch.size() > 0;
    }
}
