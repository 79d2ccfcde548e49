package org.modelgraph.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What came back over a connection.
 *
 * @param status 0 where nothing came, −1 where nothing came in time
 * @param text all of it, head and body, a byte a character
 * @param taken how long it took until the server closed the connection
 */
record RawAnswer(int status, String text, Duration taken) {
    static final int NOTHING = 0;
    static final int TOO_LATE = -1;

    /** Sends bytes and waits until the server has said all that it has to say. */
    static RawAnswer to(int port, byte[] request, Duration patience) throws IOException {
        var begin = System.nanoTime();
        var out = new ByteArrayOutputStream();
        var late = false;
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5000);
            socket.setSoTimeout((int) patience.toMillis());
            send(socket, request);
            var buffer = new byte[8192];
            for (var n = 0; n >= 0; n = socket.getInputStream().read(buffer))
                out.write(buffer, 0, n);
        } catch (SocketTimeoutException e) {
            late = true;
        } catch (IOException e) {
            // the server has cut the connection; what it said before counts
        }
        var text = out.toString(StandardCharsets.ISO_8859_1);
        return new RawAnswer(status(text, late), text, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** A server may refuse before it has read all, so that sending fails. */
    private static void send(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // the answer tells why
        }
    }

    private static int status(String text, boolean late) {
        if (!text.startsWith("HTTP/1.1 ")) return late ? TOO_LATE : NOTHING;
        return Integer.parseInt(text.substring(9, 12));
    }

    /** The head of the answer, in lower case. */
    String head() {
        var end = text.indexOf("\r\n\r\n");
        return (end < 0 ? text : text.substring(0, end)).toLowerCase(java.util.Locale.ROOT);
    }

    String body() {
        var end = text.indexOf("\r\n\r\n");
        return end < 0 ? "" : text.substring(end + 4);
    }
}
