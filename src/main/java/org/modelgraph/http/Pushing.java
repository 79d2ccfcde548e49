package org.modelgraph.http;

import org.modelgraph.sparql.result.AnswerOutput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Pushes rows that wait for others on to the client, once a second, so that a slow query shows what
 * it has. From the first push on an error can only break the connection.
 */
final class Pushing {
    private static final Logger log = LoggerFactory.getLogger(Pushing.class);
    private static final long BEAT_MILLIS = 1000;

    private final ScheduledExecutorService clock;

    Pushing(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    /** Pushes the rows of an answer until what is returned is closed. */
    Cutting.Appointment on(AnswerOutput output) {
        var running = new AtomicReference<>(Optional.of(output));
        next(running);
        return () -> running.set(Optional.empty());
    }

    /** The clock only starts the push: a client that does not read must not hold up others. */
    private void next(AtomicReference<Optional<AnswerOutput>> running) {
        try {
            var _ =
                    clock.schedule(
                            () ->
                                    running.get()
                                            .ifPresent(output ->
                                                    Thread.ofVirtual()
                                                            .start(() -> push(output, running))),
                            BEAT_MILLIS,
                            TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("No more pushing: the server stops");
        }
    }

    private void push(AnswerOutput output, AtomicReference<Optional<AnswerOutput>> running) {
        try {
            output.push();
            next(running);
        } catch (IOException | UncheckedIOException e) {
            log.debug("A push failed; the writer of the answer will meet the same: {}", e, e);
        }
    }
}
