package org.modelgraph.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a client and a server on the loopback, and does not always pass on what comes. */
final class FaultProxy implements AutoCloseable {
    /** What it does with a connection. */
    enum Fault {
        NONE,
        /** It ends it at once. */
        REFUSE,
        /** It takes what comes and never answers. */
        STALL,
        /** It ends it within the answer. */
        CUT,
        /** It answers with something that is no HTTP. */
        GARBLE,
        /** It says 500. */
        FAIL
    }

    private final ServerSocket socket;
    private final int target;
    private final AtomicInteger connections = new AtomicInteger();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile Fault fault = Fault.NONE;
    private volatile int cutAfter = 400;

    FaultProxy(int target) throws IOException {
        this.target = target;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many connections have come. */
    int connections() {
        return connections.get();
    }

    /** From now on; connections that are open end. */
    void set(Fault next) throws Exception {
        fault = next;
        for (var client : open) client.close();
        open.clear();
        Thread.sleep(50);
    }

    /** So many bytes of an answer pass before it is cut. */
    void cutAfter(int bytes) throws Exception {
        cutAfter = bytes;
        set(Fault.CUT);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                connections.incrementAndGet();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            switch (fault) {
                case REFUSE -> {}
                case STALL -> client.getInputStream().transferTo(OutputStream.nullOutputStream());
                case GARBLE -> say(client, "\u0000\u0001 no HTTP \r\n\r\n");
                case FAIL ->
                        say(
                                client,
                                "HTTP/1.1 500 no\r\nContent-Length: 5\r\nConnection: close\r\n\r\n"
                                        + "sorry");
                case NONE, CUT -> relay(client);
            }
        } catch (IOException e) {
            // one of both has gone
        }
    }

    private static void say(Socket client, String text) throws IOException {
        var buffer = new byte[8192];
        var read = client.getInputStream().read(buffer);
        if (read < 0) return;
        client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().flush();
    }

    private void relay(Socket client) throws IOException {
        try (var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            Thread.ofVirtual().start(() -> pump(client, server));
            answer(server.getInputStream(), client.getOutputStream());
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one of both has gone
        }
    }

    private void answer(InputStream from, OutputStream to) throws IOException {
        var buffer = new byte[4096];
        var passed = 0;
        for (var n = from.read(buffer); n >= 0; n = from.read(buffer)) {
            var cut = fault == Fault.CUT ? Math.min(n, cutAfter - passed) : n;
            to.write(buffer, 0, Math.max(0, cut));
            to.flush();
            passed += n;
            if (fault == Fault.CUT && passed >= cutAfter) return;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (var client : open) client.close();
    }
}
