package org.modelgraph.engine.snapshot;

/** A walk over triples of ids, in the unsigned order of their three columns, each triple once. */
interface TripleWalk {
    /** Goes to the next triple; false where there is none. */
    boolean advance();

    /** The first column of the triple that it stands at. */
    long first();

    /** The second. */
    long second();

    /** The third. */
    long third();
}
