package org.modelgraph.http;

import java.time.Duration;

/**
 * Whether a query is answered so soon that it needs no turn on a lane: by how its last runs went. A
 * run on the same data takes the same steps, and who may change the data is known; so what was
 * brief stays so, or is told soon that it is not. Safe for several threads.
 */
final class Brevity {
    /** How long a brief run is at most, with the writing of its answer. */
    private static final long MOST_NANOS = Duration.ofMillis(1).toNanos();

    /** So long a run of what was brief may take on a machine that has much to do. */
    private static final long ALLOWED_NANOS = Duration.ofMillis(5).toNanos();

    /** How long a run may take that was expected to be brief. */
    static final Duration PATIENCE = Duration.ofMillis(20);

    private volatile boolean brief;

    /** True where the last runs were brief. */
    boolean isExpected() {
        return brief;
    }

    /**
     * Learns from a run that ended well.
     *
     * @param held true where the whole answer could be held back
     */
    void learn(long nanos, boolean held) {
        var now = held && nanos <= (brief ? ALLOWED_NANOS : MOST_NANOS);
        if (now != brief) brief = now;
    }

    /** Learns from a run that was expected to be brief and was not. */
    void forget() {
        brief = false;
    }
}
