package org.modelgraph.engine.snapshot;

/** What was made for one version of a snapshot and is true of those that come of it. */
record Reuse(TermCache terms, GraphPicks picks) {
    /** Nothing so far. */
    static Reuse none() {
        return new Reuse(new TermCache(), new GraphPicks());
    }
}
