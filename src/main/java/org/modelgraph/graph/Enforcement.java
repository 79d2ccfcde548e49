package org.modelgraph.graph;

/** What becomes of a write to a graph that breaks a shape. */
public enum Enforcement {
    /** Nothing: the graph is not looked at. */
    OFF,
    /** It is committed, and its writer is told. */
    WARN,
    /** It is refused. */
    ENFORCE
}
