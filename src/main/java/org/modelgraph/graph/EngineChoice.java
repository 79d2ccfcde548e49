package org.modelgraph.graph;

/** What answers the queries of a store. */
public enum EngineChoice {
    /** The engine, where it has a snapshot, and ARQ for what the engine does not know. */
    AUTO,
    /** ARQ alone, which is the reference. */
    ARQ
}
