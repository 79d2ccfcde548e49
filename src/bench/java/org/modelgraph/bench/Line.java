package org.modelgraph.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A connection that stays open, over which a client asks one question after another: with as little
 * work as can be, since it shares the processors with the server.
 */
final class Line implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Line(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
    }

    /** The bytes of a request for an answer to a question. */
    static byte[] request(URI to, BenchQuestion question) {
        var body = Peer.form("query", question.text());
        return """
        POST %s HTTP/1.1\r
        Host: %s:%d\r
        Content-Type: %s\r
        Accept: %s\r
        Content-Length: %d\r
        \r
        %s\
        """
                .formatted(
                        to.getPath(),
                        to.getHost(),
                        to.getPort(),
                        Peer.FORM,
                        question.asksForGraph() ? Peer.STATEMENTS : Peer.ROWS,
                        body.length(),
                        body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Asks, and reads the answer to its end.
     *
     * @throws IOException also if the answer is not 200
     */
    void ask(byte[] request) throws IOException {
        out.write(request);
        out.flush();
        var status = line();
        if (!status.startsWith("HTTP/1.1 200")) throw new IOException(status);
        var length = 0L;
        var chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var low = header.toLowerCase(Locale.ROOT);
            if (low.startsWith("content-length:"))
                length = Long.parseLong(low.substring(low.indexOf(':') + 1).strip());
            if (low.startsWith("transfer-encoding:")) chunked = low.contains("chunked");
        }
        if (chunked) skipChunks();
        else in.skipNBytes(length);
    }

    private void skipChunks() throws IOException {
        for (var size = Long.parseLong(line(), 16); size > 0; size = Long.parseLong(line(), 16))
            in.skipNBytes(size + 2);
        var trailer = line();
        while (!trailer.isEmpty()) trailer = line();
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) throw new EOFException();
            if (next != '\r') text.append((char) next);
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
