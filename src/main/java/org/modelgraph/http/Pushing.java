package org.modelgraph.http;

import org.modelgraph.sparql.result.AnswerOutput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Pushes rows that wait for others on to the client, once a second, so that a slow query shows what
 * it has. From the first push on an error can only break the connection.
 */
final class Pushing {
    private static final Logger log = LoggerFactory.getLogger(Pushing.class);
    private static final long BEAT = Duration.ofSeconds(1).toNanos();
    private static final long LOOK_MILLIS = 100;

    private final Set<Pushed> running = ConcurrentHashMap.newKeySet();

    /**
     * Pushes from now on.
     *
     * @param clock looks after all answers at once, ten times a second
     */
    Pushing(ScheduledExecutorService clock) {
        var _ =
                clock.scheduleWithFixedDelay(
                        this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** An answer whose rows are pushed until it is closed. */
    final class Pushed implements AutoCloseable {
        private final AnswerOutput output;
        private volatile long next = System.nanoTime() + BEAT;

        private Pushed(AnswerOutput output) {
            this.output = output;
        }

        /** The clock only starts the push: a client that does not read must not hold up others. */
        private void keep(long now) {
            if (now - next < 0) return;
            next = now + Duration.ofDays(1).toNanos();
            Thread.ofVirtual().start(this::push);
        }

        private void push() {
            try {
                output.push();
                next = System.nanoTime() + BEAT;
            } catch (IOException | UncheckedIOException e) {
                log.debug("A push failed; the writer of the answer will meet the same: {}", e, e);
            }
        }

        @Override
        public void close() {
            running.remove(this);
        }
    }

    /** Pushes the rows of an answer until what is returned is closed. */
    Pushed on(AnswerOutput output) {
        var pushed = new Pushed(output);
        running.add(pushed);
        return pushed;
    }

    private void look() {
        var now = System.nanoTime();
        running.forEach(pushed -> pushed.keep(now));
    }
}
