package org.modelgraph.remote;

import org.modelgraph.problem.Problem;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Spares a store that does not answer, and clients the wait for it: after some failures in a row
 * requests fail at once for a while; then one is let through to try.
 */
final class Breaker {
    static final int FAILURES = 5;
    static final Duration PAUSE = Duration.ofSeconds(5);

    private final LongSupplier nanoTime;
    private int failures;
    private long openUntil;
    private boolean trying;

    Breaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Lets a request pass; its end has to be told.
     *
     * @throws Problem 503 while requests fail at once
     */
    synchronized void pass() {
        if (failures < FAILURES) return;
        if (trying || nanoTime.getAsLong() - openUntil < 0)
            throw Problem.of(
                            Problem.Kind.NOT_READY,
                            "The remote store has failed " + failures + " times in a row.")
                    .hint("Try again in some seconds.");
        trying = true;
    }

    synchronized void succeeded() {
        failures = 0;
        trying = false;
    }

    synchronized void failed() {
        failures++;
        trying = false;
        openUntil = nanoTime.getAsLong() + PAUSE.toNanos();
    }

    /** True while requests fail at once. */
    synchronized boolean isOpen() {
        return failures >= FAILURES;
    }
}
