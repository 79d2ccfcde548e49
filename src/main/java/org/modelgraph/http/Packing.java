package org.modelgraph.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** When and how answers are packed. */
final class Packing {
    /** Shorter answers fit one packet of the network as they are. */
    private static final int WORTH = 1500;

    private static final int AT_ONCE = 8192;

    private Packing() {}

    /**
     * The stream of a response, packed where the client takes that and it is worth it. What is
     * flushed can be unpacked at once.
     *
     * @param size how many bytes there are so far
     */
    static OutputStream stream(Exchange exchange, int size) {
        try {
            var plain = exchange.context().res().getOutputStream();
            if (!isWanted(exchange, size)) return plain;
            exchange.context().header("Content-Encoding", "gzip");
            return new GZIPOutputStream(plain, AT_ONCE, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True where an answer of so many bytes goes packed to this client. */
    static boolean isWanted(Exchange exchange, int size) {
        return size >= WORTH && exchange.takesGzip();
    }
}
