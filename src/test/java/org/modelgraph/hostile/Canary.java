package org.modelgraph.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A port of the loopback that nobody should call, and a file that nobody should read. */
final class Canary implements AutoCloseable {
    /** What stands in the file. */
    static final String SECRET = "kept-from-everybody";

    private final ServerSocket socket;
    private final Path file;
    private final AtomicInteger calls = new AtomicInteger();

    /**
     * A canary.
     *
     * @param directory where the file is put
     */
    Canary(Path directory) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getByName("::"));
        file = directory.resolve("secret.ttl").toAbsolutePath();
        Files.writeString(file, "<urn:secret> <urn:p> \"" + SECRET + "\" .\n");
        Thread.ofVirtual().start(this::count);
    }

    private void count() {
        while (!socket.isClosed()) {
            try (var call = socket.accept()) {
                calls.incrementAndGet();
                call.getOutputStream()
                        .write(
                                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
                                        .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                if (socket.isClosed()) return;
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How often somebody called. */
    int calls() {
        return calls.get();
    }

    /** A text that would lead to the port or the file. */
    String in(String text) {
        return text.replace("{canary}", String.valueOf(port()))
                .replace("{secret}", file.toString());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
