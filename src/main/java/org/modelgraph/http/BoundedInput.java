package org.modelgraph.http;

import org.modelgraph.ingest.CountedInput;
import org.modelgraph.problem.Problem;

import java.io.InputStream;

/** An input that may not be longer than allowed. */
final class BoundedInput extends CountedInput {
    private final long limit;

    /**
     * A bounded input.
     *
     * @param limit the most bytes that may come
     */
    BoundedInput(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    protected void came(long seen) {
        requireWithin();
    }

    /**
     * Says whether what came so far was too much.
     *
     * @throws Problem 413 if so
     */
    void requireWithin() {
        if (seen() > limit) throw tooLarge(limit);
    }

    static Problem tooLarge(long limit) {
        return Problem.of(
                        Problem.Kind.TOO_LARGE,
                        "The body is larger than " + (limit >> 20) + " MiB, unpacked.")
                .hint(
                        "Send it in parts, raise --upload-limit, or load it with modelgraph load"
                                + " while the server is down.");
    }
}
