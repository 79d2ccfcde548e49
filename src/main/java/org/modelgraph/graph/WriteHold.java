package org.modelgraph.graph;

import java.time.Duration;

/**
 * The hold that one write has on the store; others wait for its end.
 *
 * @param thread who holds it
 * @param since when it was taken, by {@link System#nanoTime}
 */
public record WriteHold(Thread thread, long since) {
    static WriteHold now() {
        return new WriteHold(Thread.currentThread(), System.nanoTime());
    }

    /** How long it has lasted. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** True where nobody will end it: its thread is gone, or it has lasted longer than allowed. */
    public boolean isStale(Duration longest) {
        return !thread.isAlive() || age().compareTo(longest) > 0;
    }
}
