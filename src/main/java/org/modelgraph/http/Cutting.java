package org.modelgraph.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Cuts connections whose clients read so slowly that their time is over: a client that reads a byte
 * a minute would hold a read transaction, and with it old states of the store, for days.
 */
final class Cutting {
    private static final Logger log = LoggerFactory.getLogger(Cutting.class);
    private static final Duration GRACE = Duration.ofMillis(500);
    private static final long LOOK_MILLIS = 100;

    private final Set<Appointment> appointments = ConcurrentHashMap.newKeySet();

    /**
     * Cuts what has to be cut, a tenth of a second late at most.
     *
     * @param clock looks after all connections at once: an alarm for each would cost a short answer
     *     more than its rows
     */
    Cutting(ScheduledExecutorService clock) {
        var _ =
                clock.scheduleWithFixedDelay(
                        this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A connection that will be cut, unless this is closed before. */
    final class Appointment implements AutoCloseable {
        private final long end;
        private final Exchange exchange;

        private Appointment(long end, Exchange exchange) {
            this.end = end;
            this.exchange = exchange;
        }

        private void keep(long now) {
            if (now - end < 0 || !appointments.remove(this)) return;
            try {
                exchange.cut();
            } catch (RuntimeException e) {
                log.debug("A connection was gone before it could be cut: {}", e, e);
            }
        }

        @Override
        public void close() {
            appointments.remove(this);
        }
    }

    /**
     * Cuts a connection when the time of its answer is over.
     *
     * @param limit counted from now
     */
    Appointment after(Duration limit, Exchange exchange) {
        var end = System.nanoTime() + limit.plus(GRACE).toNanos();
        var appointment = new Appointment(end, exchange);
        appointments.add(appointment);
        return appointment;
    }

    private void look() {
        var now = System.nanoTime();
        appointments.forEach(appointment -> appointment.keep(now));
    }
}
