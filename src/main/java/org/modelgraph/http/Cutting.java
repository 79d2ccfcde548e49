package org.modelgraph.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Cuts connections whose clients read so slowly that their time is over: a client that reads a byte
 * a minute would hold a read transaction, and with it old states of the store, for days.
 */
final class Cutting {
    private static final Duration GRACE = Duration.ofMillis(500);

    private final ScheduledExecutorService clock;

    Cutting(ScheduledExecutorService clock) {
        this.clock = clock;
    }

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
        var running = new AtomicReference<>(Optional.of(exchange));
        var _ =
                clock.schedule(
                        () -> running.get().ifPresent(Exchange::cut),
                        limit.plus(GRACE).toMillis(),
                        TimeUnit.MILLISECONDS);
        return () -> running.set(Optional.empty());
    }
}
