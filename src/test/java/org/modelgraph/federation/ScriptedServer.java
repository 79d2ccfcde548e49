package org.modelgraph.federation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A server on the loopback that answers as it is told, and remembers what it was asked. */
final class ScriptedServer implements AutoCloseable {
    /** Rows without a variable: one solution that binds nothing. */
    static final String ONE_ROW = "{\"head\":{\"vars\":[]},\"results\":{\"bindings\":[{}]}}";

    /** The answer to the first row that was sent, binding nothing more. */
    static final String FIRST_ROW =
            "{\"head\":{\"vars\":[\"row\"]},\"results\":{\"bindings\":[{\"row\":"
                    + "{\"type\":\"literal\",\"value\":\"0\",\"datatype\":"
                    + "\"http://www.w3.org/2001/XMLSchema#integer\"}}]}}";

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Answer answer = Answer.rows(ONE_ROW);

    /** What it answers: status, type, further header lines as name and value, and body. */
    record Answer(int status, String type, String header, String value, String body, long delay) {
        static Answer rows(String json) {
            return of("application/sparql-results+json", json);
        }

        static Answer of(String type, String body) {
            return new Answer(200, type, "X-None", "0", body, 0);
        }

        Answer withStatus(int other) {
            return new Answer(other, type, header, value, body, delay);
        }

        Answer withHeader(String name, String content) {
            return new Answer(status, type, name, content, body, delay);
        }

        Answer after(long millis) {
            return new Answer(status, type, header, value, body, millis);
        }
    }

    ScriptedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(URLDecoder.decode(body, StandardCharsets.UTF_8));
            var told = answer;
            Thread.sleep(told.delay);
            exchange.getResponseHeaders().set("Content-Type", told.type);
            exchange.getResponseHeaders().set(told.header, told.value);
            var bytes = told.body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(told.status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void answers(Answer next) {
        answer = next;
        asked.clear();
    }

    /** The bodies of the requests since the last answer was set. */
    List<String> asked() {
        return asked;
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
