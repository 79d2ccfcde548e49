package org.modelgraph.graph;

/** What a query that names no graph sees. */
public enum DefaultGraph {
    /** All graphs together: the named ones and the stored default graph. */
    UNION,
    /** The stored default graph alone, as the SPARQL standard has it. */
    STORED
}
