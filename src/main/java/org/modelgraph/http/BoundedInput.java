package org.modelgraph.http;

import org.modelgraph.problem.Problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An input that may not be longer than allowed. */
final class BoundedInput extends FilterInputStream {
    private final long limit;
    private long seen;

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
    public int read() throws IOException {
        var one = super.read();
        if (one >= 0) count(1);
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var n = super.read(target, offset, length);
        if (n > 0) count(n);
        return n;
    }

    private void count(int more) {
        seen += more;
        requireWithin();
    }

    /**
     * Says whether what came so far was too much.
     *
     * @throws Problem 413 if so
     */
    void requireWithin() {
        if (seen > limit) throw tooLarge(limit);
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
