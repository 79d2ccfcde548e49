package org.modelgraph.engine.operator;

/** A step of a plan that runs; what it gives is asked of it, a batch at a time. */
public interface Operator {
    /**
     * Empties a batch and fills it with the next rows.
     *
     * @return false where there are none left; the batch is empty then
     */
    boolean fill(Batch batch);
}
