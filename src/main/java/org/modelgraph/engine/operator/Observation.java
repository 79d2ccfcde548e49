package org.modelgraph.engine.operator;

/** What one part of a plan gave, and how long that took. */
public final class Observation {
    private long rows;
    private long nanos;

    void add(Batch batch, long time) {
        for (var i = 0; i < batch.size(); i++) rows += batch.weight(i);
        nanos += time;
    }

    /** How many rows it gave. */
    public long rows() {
        return rows;
    }

    /** How long one waited for them, for what lies before it too. */
    public double milliseconds() {
        return nanos / 1e6;
    }
}
