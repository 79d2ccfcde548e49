package org.modelgraph.http;

import java.time.Duration;

/**
 * Cuts connections whose clients read so slowly that their time is over: a client that reads a byte
 * a minute would hold a read transaction, and with it old states of the store, for days.
 */
final class Cutting {
    private static final Duration GRACE = Duration.ofMillis(500);

    private final Rounds rounds;

    /** Cuts what has to be cut when it is looked at. */
    Cutting(Rounds rounds) {
        this.rounds = rounds;
    }

    /** A connection that will be cut, unless this is closed before. */
    static final class Appointment extends Rounds.Entry {
        private final long end;
        private final Exchange exchange;

        private Appointment(Rounds rounds, long end, Exchange exchange) {
            super(rounds);
            this.end = end;
            this.exchange = exchange;
        }

        @Override
        void look(long now) {
            if (now - end >= 0 && end()) exchange.cut();
        }
    }

    /**
     * Cuts a connection when the time of its answer is over.
     *
     * @param limit counted from now
     */
    Appointment after(Duration limit, Exchange exchange) {
        var end = System.nanoTime() + limit.plus(GRACE).toNanos();
        return rounds.with(new Appointment(rounds, end, exchange));
    }
}
