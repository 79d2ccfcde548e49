package org.modelgraph.remote;

import org.apache.jena.sys.JenaSystem;
import org.modelgraph.problem.Problem;
import org.modelgraph.problem.Problem.Kind;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

/**
 * A store that is asked over the SPARQL 1.1 Protocol and the Graph Store HTTP Protocol. One call is
 * one request; what goes wrong is a {@link Problem}: 503 where the store can't be reached, 504
 * where it does not answer in time, 502 where it fails, 400 with its words where it refuses a
 * query. Redirects are not followed.
 */
public final class RemoteStore implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int TOLD_BYTES = 500;

    private final RemoteAddresses addresses;
    private final Breaker breaker = new Breaker(System::nanoTime);
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("clock of the remote store").factory());

    static {
        JenaSystem.init();
    }

    public RemoteStore(RemoteAddresses addresses) {
        this.addresses = addresses;
    }

    /** Where it is. */
    public RemoteAddresses addresses() {
        return addresses;
    }

    /**
     * Asks.
     *
     * @param accept the media types that are wanted, as an Accept header
     */
    public RemoteAnswer query(
            String text,
            List<String> defaultGraphs,
            List<String> namedGraphs,
            String accept,
            Duration limit) {
        var form =
                form(
                        Stream.concat(
                                Stream.of("query=" + encoded(text)),
                                Stream.concat(
                                        parameters("default-graph-uri", defaultGraphs),
                                        parameters("named-graph-uri", namedGraphs))));
        return send(
                to(addresses.query())
                        .header("Content-Type", FORM)
                        .header("Accept", accept)
                        .POST(BodyPublishers.ofString(form)),
                limit,
                false);
    }

    private static Stream<String> parameters(String name, List<String> values) {
        return values.stream().map(v -> name + "=" + encoded(v));
    }

    private static String form(Stream<String> fields) {
        return String.join("&", fields.toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Updates; whether that is all or nothing is the store's matter. */
    public void update(String text, Duration limit) {
        var address = addresses.update().orElseThrow(() -> missing("updates", "--update-url"));
        send(
                        to(address)
                                .header("Content-Type", "application/sparql-update")
                                .POST(BodyPublishers.ofString(text)),
                        limit,
                        true)
                .close();
    }

    private static Problem missing(String what, String flag) {
        return Problem.of(Kind.NOT_IMPLEMENTED, "This server has no address for " + what + ".")
                .hint("Its administrator may name one with " + flag + ".");
    }

    /**
     * Reads a graph.
     *
     * @param graph its name; empty for the default graph
     */
    public RemoteAnswer get(Optional<String> graph, String accept, Duration limit) {
        return send(to(graph(graph)).header("Accept", accept).GET(), limit, false);
    }

    /**
     * Writes a graph.
     *
     * @param method PUT or POST
     * @return the status: 201 where it is new
     */
    public int send(String method, Optional<String> graph, byte[] triples, Duration limit) {
        try (var answer =
                send(
                        to(graph(graph))
                                .header("Content-Type", "application/n-triples")
                                .method(method, BodyPublishers.ofByteArray(triples)),
                        limit,
                        true)) {
            return answer.status();
        }
    }

    /** Removes a graph. */
    public void delete(Optional<String> graph, Duration limit) {
        send(to(graph(graph)).DELETE(), limit, true).close();
    }

    private URI graph(Optional<String> name) {
        var base = addresses.graphStore().orElseThrow(() -> missing("graphs", "--graph-store-url"));
        var query = name.map(n -> "graph=" + encoded(n)).orElse("default");
        return URI.create(base + (base.getRawQuery() == null ? "?" : "&") + query);
    }

    private HttpRequest.Builder to(URI address) {
        var request = HttpRequest.newBuilder(address);
        addresses.authorization().ifPresent(a -> request.header("Authorization", a));
        return request;
    }

    private RemoteAnswer send(HttpRequest.Builder request, Duration limit, boolean writing) {
        var end = System.nanoTime() + limit.toNanos();
        return answer(response(request.timeout(limit).build(), writing), end, writing);
    }

    private HttpResponse<InputStream> response(HttpRequest request, boolean writing) {
        breaker.pass();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() >= 500) breaker.failed();
            else breaker.succeeded();
            return response;
        } catch (RuntimeException | Error e) {
            breaker.failed();
            throw e;
        } catch (ConnectException | HttpConnectTimeoutException e) {
            breaker.failed();
            throw Problem.of(Kind.NOT_READY, "The remote store can't be reached.").causedBy(e);
        } catch (HttpTimeoutException e) {
            breaker.failed();
            throw late(writing).causedBy(e);
        } catch (IOException e) {
            breaker.failed();
            throw (writing ? unknown() : broken("broke off its answer")).causedBy(e);
        } catch (InterruptedException e) {
            breaker.failed();
            Thread.currentThread().interrupt();
            throw Problem.of(Kind.NOT_READY, "The server is stopping.").causedBy(e);
        }
    }

    /** The problem of an answer that took too long. */
    public static Problem late(boolean writing) {
        return writing
                ? unknown()
                : Problem.of(Kind.GATEWAY_TIMEOUT, "The remote store did not answer in time.")
                        .hint("Ask for less.");
    }

    /** The problem of a store that does not do what it should. */
    public static Problem broken(String what) {
        return Problem.of(Kind.BAD_GATEWAY, "The remote store " + what + ".")
                .hint("Try again; if it lasts, its administrator has to look.");
    }

    private static Problem unknown() {
        return Problem.of(
                        Kind.UNKNOWN_OUTCOME,
                        "The remote store did not say whether it took the write.")
                .hint("Read what is there now before you send it again.");
    }

    private RemoteAnswer answer(HttpResponse<InputStream> response, long end, boolean writing) {
        var body = new TimedBody(response.body(), end, clock);
        var type = response.headers().firstValue("Content-Type").orElse("");
        var status = response.statusCode();
        if (status >= 200 && status < 300) return new RemoteAnswer(status, type, body);
        var told = told(body);
        throw switch (status) {
            case 400, 413, 414, 422 ->
                    Problem.of(
                            writing ? Kind.BAD_REQUEST : Kind.MALFORMED_QUERY,
                            "The remote store refuses this: " + told);
            case 404 -> Problem.of(Kind.NOT_FOUND, "The remote store has nothing there.");
            case 401, 403 -> broken("does not let this server in");
            case 405, 406, 415, 501 ->
                    Problem.of(Kind.NOT_IMPLEMENTED, "The remote store does not do this: " + told);
            case 429 -> Problem.of(Kind.BUSY, "The remote store takes no more requests now.");
            case 503 -> Problem.of(Kind.BUSY, "The remote store is busy: " + told);
            case 504 -> late(writing);
            default -> broken("answers with status " + status + ": " + told);
        };
    }

    /** The beginning of what it says, on one line. */
    private static String told(InputStream body) {
        try (body) {
            var text = new String(body.readNBytes(TOLD_BYTES), StandardCharsets.UTF_8);
            return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** Breaks off all requests; no new one is possible. */
    public void abort() {
        http.shutdownNow();
    }

    @Override
    public void close() {
        clock.shutdown();
        abort();
        http.close();
    }
}
