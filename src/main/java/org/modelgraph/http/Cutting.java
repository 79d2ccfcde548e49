package org.modelgraph.http;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Cuts connections whose clients read so slowly that their time is over: a client that reads a byte
 * a minute would hold a read transaction, and with it old states of the store, for days.
 */
final class Cutting implements AutoCloseable {
    private static final Duration GRACE = Duration.ofMillis(500);

    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("cutting").factory());

    /** A connection that will be cut, unless this is closed before. */
    interface Appointment extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Cuts a connection when the time of its answer is over.
     *
     * @param limit counted from now
     */
    Appointment after(Duration limit, Exchange exchange) {
        var kept = new AtomicBoolean();
        var _ =
                clock.schedule(
                        () -> {
                            if (!kept.get()) exchange.cut();
                        },
                        limit.plus(GRACE).toMillis(),
                        TimeUnit.MILLISECONDS);
        return () -> kept.set(true);
    }

    @Override
    public void close() {
        clock.shutdown();
    }
}
