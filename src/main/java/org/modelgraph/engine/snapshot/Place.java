package org.modelgraph.engine.snapshot;

/** Where somebody stands among the keys of an {@link Adjacency}. */
public final class Place {
    int at;
}
