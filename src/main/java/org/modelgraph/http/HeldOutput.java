package org.modelgraph.http;

import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.modelgraph.sparql.AnswerWriter;
import org.modelgraph.sparql.Format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;

/**
 * An output that holds back its first bytes: as long as it holds, nothing has been sent, and an
 * error can still take the place of the answer.
 */
final class HeldOutput extends OutputStream {
    /** How many bytes are held before the status line goes out. */
    static final int CAPACITY = 32 * 1024;

    private final Opener opener;
    private final Predicate<byte[]> settled;
    private byte[] held = new byte[0];
    private int size;
    private @Nullable OutputStream open;

    /** Sets status and headers, and gives the stream of the response. */
    @FunctionalInterface
    interface Opener {
        /**
         * Is called once.
         *
         * @param size how many bytes there are so far
         * @param whole true where these are all
         */
        OutputStream open(int size, boolean whole);
    }

    /**
     * An output that has sent nothing.
     *
     * @param settled sees an answer that is whole and still held, and says whether it need not go
     *     out
     */
    HeldOutput(Opener opener, Predicate<byte[]> settled) {
        this.opener = opener;
        this.settled = settled;
    }

    /** Sends a small graph whole. */
    static void send(Exchange exchange, Graph graph, Format format) {
        try (var out = exchange.answer(format)) {
            AnswerWriter.write(graph, format, out);
            out.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The answer to a request: 200, with the type of the format.
     *
     * @param tag of an answer that may have one; goes out with the status line, and not at all
     *     where a problem takes the place of the answer; where there is none, a short answer has
     *     the tag of what it says
     */
    static HeldOutput of(Exchange exchange, Format format, Optional<EntityTag> tag) {
        return new HeldOutput(
                (size, whole) -> {
                    exchange.context().status(200).contentType(format.contentType());
                    exchange.vary();
                    tag.ifPresent(t -> t.announce(exchange));
                    if (whole) announce(exchange, size);
                    return Packing.stream(exchange, size);
                },
                body ->
                        tag.isEmpty()
                                && EntityTag.isTaggable(exchange)
                                && EntityTag.of(exchange, body).settles(exchange));
    }

    /** Tells the length of an answer that goes out as it is. */
    private static void announce(Exchange exchange, int size) {
        var response = exchange.context().res();
        if (!Packing.isWanted(exchange, size) && response.getHeader("Trailer") == null)
            response.setContentLength(size);
    }

    /** True as soon as bytes have gone out, and an error can no longer be told. */
    boolean released() {
        return open != null;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (open == null && size + length <= CAPACITY) {
            if (size + length > held.length)
                held = Arrays.copyOf(held, Math.max(size + length, Math.min(CAPACITY, 2 * size)));
            System.arraycopy(bytes, offset, held, size, length);
            size += length;
            return;
        }
        release(length, false).write(bytes, offset, length);
    }

    private OutputStream release(int next, boolean whole) throws IOException {
        if (open == null) {
            open = opener.open(size + next, whole);
            open.write(held, 0, size);
            held = new byte[0];
        }
        return open;
    }

    /**
     * Lets go of what is held: the answer is whole. It goes out with the end of the request, and so
     * a short one in one piece, with its length before it.
     */
    void finish() throws IOException {
        if (open == null && settled.test(Arrays.copyOf(held, size))) return;
        if (release(0, true) instanceof GZIPOutputStream packed) packed.finish();
    }

    /** Lets go of what is held: an error can no longer take its place. */
    @Override
    public void flush() throws IOException {
        release(0, false).flush();
    }
}
