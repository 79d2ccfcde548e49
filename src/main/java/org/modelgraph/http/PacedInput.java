package org.modelgraph.http;

import org.modelgraph.ingest.CountedInput;
import org.modelgraph.problem.Problem;

import java.io.InputStream;
import java.time.Duration;

/**
 * A body that has to come at a certain pace: who sends a byte a minute holds a connection for days.
 */
final class PacedInput extends CountedInput {
    /** For so long any pace will do. */
    static final Duration GRACE = Duration.ofSeconds(30);

    static final int BYTES_A_SECOND = 1000;

    private final long begin = System.nanoTime();

    PacedInput(InputStream in) {
        super(in);
    }

    @Override
    protected void came(long seen) {
        var seconds = (System.nanoTime() - begin) / 1_000_000_000 - GRACE.toSeconds();
        if (seconds > 0 && seen < seconds * BYTES_A_SECOND)
            throw Problem.of(
                            Problem.Kind.REQUEST_TIMEOUT,
                            "The body came at less than " + BYTES_A_SECOND + " bytes a second.")
                    .hint("Send it in parts, or over a better connection.");
    }
}
