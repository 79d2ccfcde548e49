package org.modelgraph.http;

import org.modelgraph.sparql.result.AnswerOutput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * Pushes rows that wait for others on to the client, once a second, so that a slow query shows what
 * it has. From the first push on an error can only break the connection.
 */
final class Pushing {
    private static final Logger log = LoggerFactory.getLogger(Pushing.class);
    private static final long BEAT = Duration.ofSeconds(1).toNanos();
    private static final long NEVER = Duration.ofDays(1).toNanos();

    private final Rounds rounds;

    /** Pushes what has waited when it is looked at. */
    Pushing(Rounds rounds) {
        this.rounds = rounds;
    }

    /** An answer whose rows are pushed until it is closed. */
    static final class Pushed extends Rounds.Entry {
        private final AnswerOutput output;
        private volatile long next = System.nanoTime() + BEAT;

        private Pushed(Rounds rounds, AnswerOutput output) {
            super(rounds);
            this.output = output;
        }

        /** Only starts the push: a client that does not read must not hold up others. */
        @Override
        void look(long now) {
            if (now - next < 0) return;
            next = now + NEVER;
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
    }

    /** Pushes the rows of an answer until what is returned is closed. */
    Pushed on(AnswerOutput output) {
        return rounds.with(new Pushed(rounds, output));
    }
}
