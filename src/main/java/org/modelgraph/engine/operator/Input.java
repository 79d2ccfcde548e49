package org.modelgraph.engine.operator;

/** The rows of an operator, one at a time, for the operators that work by the row. */
final class Input {
    private final Operator source;
    private final Execution run;
    private final Batch batch;
    private int next;

    Input(Operator source, Execution run) {
        this.source = source;
        this.run = run;
        this.batch = run.batch();
    }

    /**
     * Writes the next row into an array.
     *
     * @return its weight; 0 where there is none
     */
    long read(int[] row) {
        if (next == batch.size()) {
            run.proceed();
            next = 0;
            if (!source.fill(batch)) return 0;
        }
        batch.copy(next, row);
        return batch.weight(next++);
    }
}
