package org.modelgraph.engine.operator;

/** A part of a plan, which can be opened many times, over the rows of another operator. */
@FunctionalInterface
public interface Stage {
    /** Begins to work on rows: what comes out are rows of the source with more bound. */
    Operator open(Operator source, Execution run);
}
