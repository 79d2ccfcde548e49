package org.modelgraph.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.problem.Problem;
import org.modelgraph.protocol.TestServer;
import org.modelgraph.remote.FaultProxy.Fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** What becomes of requests when the remote store, or the way to it, fails. */
class RemoteFaultsTest {
    @TempDir static Path directory;
    private static TestServer upstream;
    private FaultProxy proxy;
    private Gateway gateway;

    @BeforeAll
    static void startUpstream() {
        upstream = TestServer.writable(directory.resolve("upstream"), Map.of());
    }

    @AfterAll
    static void stopUpstream() {
        upstream.close();
    }

    @BeforeEach
    void start() throws Exception {
        proxy = new FaultProxy(upstream.client().port());
        gateway =
                new Gateway(
                        directory.resolve("gateway"),
                        "http://127.0.0.1:" + proxy.port(),
                        RemoteModelgraphTest.PATHS,
                        TestServer.TOKEN);
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        proxy.close();
    }

    /** A query whose answer is some 900 kB. */
    private static final String LONG =
            "SELECT ?a ?b ?c ?d ?e { VALUES ?a { 0 1 2 3 4 5 6 7 } VALUES ?b { 0 1 2 3 4 5 6 7 }"
                    + " VALUES ?c { 0 1 2 3 4 5 6 7 } VALUES ?d { 0 1 2 3 4 5 6 7 }"
                    + " VALUES ?e { 0 } }";

    private static final String TRUE = "{\"head\":{},\"boolean\":true}";

    private HttpResponse<String> ask() throws Exception {
        return gateway.client().ask("SELECT * { VALUES ?x { 1 } }");
    }

    private HttpResponse<String> update() throws Exception {
        return gateway.writer()
                .send(
                        "POST",
                        "/update",
                        "application/sparql-update",
                        "INSERT DATA { <urn:x> <urn:y> 1 }");
    }

    private static void requireProblem(HttpResponse<String> answer, int status, String name) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("/problem/" + name);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aStoreThatIsNotThereIsToldAs503() throws Exception {
        proxy.close();
        requireProblem(ask(), 503, "not-ready");
        requireProblem(gateway.client().get("/ready"), 503, "not-ready");
    }

    @Test
    void aStoreThatStallsIsToldAs504InTime() throws Exception {
        proxy.set(Fault.STALL);
        requireProblem(ask(), 504, "gateway-timeout");
        requireProblem(update(), 503, "unknown-outcome");
    }

    @Test
    void anAnswerThatIsNoHttpOrBreaksOffEarlyIsToldAs502() throws Exception {
        proxy.set(Fault.GARBLE);
        requireProblem(ask(), 502, "bad-gateway");
        proxy.set(Fault.FAIL);
        requireProblem(ask(), 502, "bad-gateway");
        proxy.cutAfter(60);
        requireProblem(ask(), 502, "bad-gateway");
        requireProblem(update(), 503, "unknown-outcome");
    }

    @Test
    void anAnswerThatBreaksOffLateBreaksTheConnection() throws Exception {
        assertThat(gateway.client().ask(LONG).body().length()).isGreaterThan(400_000);
        proxy.cutAfter(200_000);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> gateway.client().ask(LONG));
    }

    @Test
    void aStoreThatFailsAgainAndAgainIsSparedForAWhile() throws Exception {
        proxy.set(Fault.REFUSE);
        for (var n = 0; n < Breaker.FAILURES; n++) assertThat(ask().statusCode()).isEqualTo(502);
        var before = proxy.connections();
        requireProblem(ask(), 503, "not-ready");
        assertThat(proxy.connections()).isEqualTo(before);
    }

    @Test
    void whoIsSparedIsTriedAgainOnceInAWhile() {
        var now = new AtomicLong();
        var breaker = new Breaker(now::get);
        for (var n = 0; n < Breaker.FAILURES; n++) {
            breaker.pass();
            breaker.failed();
        }
        assertThatExceptionOfType(Problem.class).isThrownBy(breaker::pass);
        now.addAndGet(Breaker.PAUSE.toNanos());
        breaker.pass();
        assertThatExceptionOfType(Problem.class).as("only one tries").isThrownBy(breaker::pass);
        breaker.succeeded();
        breaker.pass();
        assertThat(breaker.isOpen()).isFalse();
    }

    /** A store that knows one format, whatever is asked for. */
    private static HttpServer stubborn(String type, String body) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> reply(exchange, type, body));
        server.start();
        return server;
    }

    private static void reply(HttpExchange exchange, String type, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", type);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void aQueryThatRunsIsAnsweredBeforeTheServerStops() throws Exception {
        var store = stubborn("application/sparql-results+json", TRUE);
        var busy = new CountDownLatch(1);
        var address = "http://127.0.0.1:" + store.getAddress().getPort();
        var over =
                new Gateway(directory.resolve("slow"), address, RemoteModelgraphTest.PATHS, "a:b");
        store.removeContext("/");
        store.createContext(
                "/",
                exchange -> {
                    busy.countDown();
                    try {
                        Thread.sleep(700);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    reply(exchange, "application/sparql-results+json", TRUE);
                });
        var answer = CompletableFuture.supplyAsync(() -> status(over));
        busy.await();
        over.close();
        assertThat(answer.get()).isEqualTo(200);
        store.stop(0);
    }

    private static int status(Gateway over) {
        try {
            return over.client().ask("ASK {}").statusCode();
        } catch (Exception e) {
            return -1;
        }
    }

    private static HttpResponse<String> over(HttpServer store, String query, String accept)
            throws Exception {
        var address = "http://127.0.0.1:" + store.getAddress().getPort();
        try (var over =
                new Gateway(
                        directory.resolve("stub"), address, RemoteModelgraphTest.PATHS, "a:b")) {
            return over.client().ask(query, "Accept", accept);
        } finally {
            store.stop(0);
        }
    }

    @Test
    void aFormatThatTheStoreLacksIsWrittenAnew() throws Exception {
        var rows =
                stubborn(
                        "application/sparql-results+json",
                        "{\"head\":{\"vars\":[\"x\"]},\"results\":{\"bindings\":[{\"x\":{\"type\":\"literal\",\"value\":\"a,b\"}}]}}");
        assertThat(over(rows, "SELECT ?x {}", "text/csv").body()).isEqualTo("x\r\n\"a,b\"\r\n");
        var triples = stubborn("text/turtle", "<urn:a> <urn:b> 1 .");
        assertThat(over(triples, "CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples").body())
                .contains("<urn:a> <urn:b> \"1\"^^");
    }

    @Test
    void whatCantBeReadIsToldAs502() throws Exception {
        var page = stubborn("text/html", "<p>Welcome to the proxy</p>");
        assertThat(over(page, "SELECT ?x {}", "application/sparql-results+json").statusCode())
                .isEqualTo(502);
        var rubbish = stubborn("application/sparql-results+json", "!!!!");
        assertThat(over(rubbish, "SELECT ?x {}", "text/csv").statusCode()).isEqualTo(502);
    }
}
