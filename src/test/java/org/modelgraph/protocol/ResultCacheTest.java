package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelgraph.Setting;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** An answer that was given is given again, as long as it is the answer. */
class ResultCacheTest {
    private static final String ALL = "SELECT ?s ?o { ?s <urn:p> ?o }";
    private static final String LONG = "SELECT * { ?a <urn:p> ?x . ?b <urn:p> ?y }";

    @TempDir Path directory;
    private TestServer server;
    private Client client;
    private WritingClient writer;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.writable(directory, Map.of(Setting.RESULT_CACHE, "8"));
        client = server.client();
        writer = new WritingClient(client, TestServer.TOKEN);
        write("urn:g", 40);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void write(String graph, int statements) throws Exception {
        var turtle = new StringBuilder();
        for (var n = 0; n < statements; n++)
            turtle.append("<urn:s").append(n).append("> <urn:p> ").append(n).append(" .\n");
        assertThat(writer.put("/graphs?graph=" + graph, turtle.toString()).statusCode() / 100)
                .isEqualTo(2);
    }

    private long hits() throws Exception {
        return client.get("/metrics")
                .body()
                .lines()
                .filter(l -> l.startsWith("modelgraph_result_cache_requests_total{result=\"hit\"}"))
                .mapToLong(l -> (long) Double.parseDouble(l.substring(l.indexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void theSameQuestionIsAnsweredOnce() throws Exception {
        var first = client.ask(ALL);
        assertThat(hits()).isZero();
        var again = client.ask(ALL);
        assertThat(hits()).isEqualTo(1);
        assertThat(again.body()).isEqualTo(first.body()).contains("urn:s7");
        assertThat(again.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(tag(again)).isEqualTo(tag(first));
    }

    @Test
    void blanksAndCommentsMakeNoOtherQuestion() throws Exception {
        client.ask(ALL);
        client.ask("SELECT ?s  ?o\n# everything\n{ ?s\t<urn:p> ?o } ");
        assertThat(hits()).isEqualTo(1);
    }

    @Test
    void formatsAndDatasetsAreOtherQuestions() throws Exception {
        client.ask(ALL);
        client.ask(ALL, "Accept", "text/csv");
        client.get("/sparql?default-graph-uri=urn:other&query=" + Client.encoded(ALL));
        client.get("/sparql?named-graph-uri=urn:g&query=" + Client.encoded(ALL));
        assertThat(hits()).isZero();
        assertThat(client.ask(ALL, "Accept", "text/csv").body()).startsWith("s,o\r\n");
        assertThat(
                        client.get(
                                        "/sparql?default-graph-uri=urn:other&query="
                                                + Client.encoded(ALL))
                                .body())
                .doesNotContain("urn:s7");
        assertThat(hits()).isEqualTo(2);
    }

    @Test
    void afterACommitTheAnswerIsTheNewOne() throws Exception {
        var first = client.ask(ALL);
        write("urn:h", 100);
        var second = client.ask(ALL);
        assertThat(second.body()).contains("urn:s99");
        assertThat(hits()).isZero();
        assertThat(tag(second)).isNotEqualTo(tag(first));
        assertThat(client.ask(ALL, "If-None-Match", tag(first)).statusCode()).isEqualTo(200);
        assertThat(client.ask(ALL, "If-None-Match", tag(second)).statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOW()", "RAND()", "UUID()", "STRUUID()", "BNODE()", "STR(RAND())"})
    void whatIsNeverTheSameIsNeverHeld(String call) throws Exception {
        var query =
                "SELECT ("
                        + call
                        + " AS ?x) ?o { ?s <urn:p> ?o FILTER("
                        + call
                        + " != 'x') } LIMIT 2";
        client.ask(query);
        client.ask(query);
        assertThat(hits()).isZero();
    }

    @Test
    void aCutAnswerIsNotHeld() throws Exception {
        var path = "/sparql?truncate=true&query=" + Client.encoded(ALL);
        client.get(path);
        client.get(path);
        assertThat(hits()).isZero();
    }

    @Test
    void anErrorIsNotHeldAndHasNoTag() throws Exception {
        var query = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?a";
        for (var n = 0; n < 2; n++) {
            var response = client.get("/sparql?timeout=0.3&query=" + Client.encoded(query));
            assertThat(response.statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(response.headers().firstValue("ETag")).isEmpty();
        }
        assertThat(hits()).isZero();
    }

    @Test
    void aLongAnswerHasAStrongTagAndComesPackedOrPlain() throws Exception {
        var plain = client.ask(LONG);
        assertThat(plain.body().length()).isGreaterThan(100_000);
        assertThat(client.ask(LONG, "If-None-Match", tag(plain)).statusCode()).isEqualTo(304);
        for (var n = 0; n < 2; n++) {
            var packed =
                    client.sendForBytes(
                            client.to("/sparql?query=" + Client.encoded(LONG))
                                    .header("Accept-Encoding", "gzip"));
            assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(packed.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag(plain));
            try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
                assertThat(
                                new String(
                                        unpacked.readAllBytes(),
                                        java.nio.charset.StandardCharsets.UTF_8))
                        .isEqualTo(plain.body());
            }
        }
        assertThat(hits()).isEqualTo(2);
    }

    @Test
    void whoAsksTheSameAtTheSameTimeWaitsForTheAnswerOfTheFirst() throws Exception {
        var slow =
                "SELECT (COUNT(*) AS ?n) { ?a <urn:p> ?x . ?b <urn:p> ?y . ?c <urn:p> ?z"
                        + " FILTER(?x + ?y + ?z > 0) }";
        var bodies = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var asked = new ArrayList<java.util.concurrent.Future<HttpResponse<String>>>();
            for (var n = 0; n < 6; n++) asked.add(threads.submit(() -> client.ask(slow)));
            for (var one : asked) bodies.add(one.get().body());
        }
        assertThat(bodies).hasSize(6).containsOnly(bodies.getFirst());
        assertThat(bodies.getFirst()).contains("\"value\":\"" + (40 * 40 * 40 - 1));
        assertThat(hits()).isEqualTo(5);
    }

    @Test
    void headAndPostAreAnsweredFromItToo() throws Exception {
        var body = client.ask(ALL).body();
        assertThat(client.post("/sparql", "application/sparql-query", ALL).body()).isEqualTo(body);
        var head =
                client.send(
                        client.to("/sparql?query=" + Client.encoded(ALL))
                                .method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length"))
                .contains(String.valueOf(body.length()));
        assertThat(hits()).isEqualTo(2);
    }

    @Test
    void withoutItTheTagsAreThereAllTheSame() throws Exception {
        server.close();
        server = TestServer.writable(directory, Map.of(Setting.RESULT_CACHE, "off"));
        client = server.client();
        var first = client.ask(LONG);
        assertThat(client.ask(LONG).body()).isEqualTo(first.body());
        assertThat(hits()).isZero();
        assertThat(client.ask(LONG, "If-None-Match", tag(first)).statusCode()).isEqualTo(304);
    }

    @Test
    void anAnswerThatIsTooLongForItIsGivenEachTime() throws Exception {
        write("urn:g", 200);
        var first = client.ask(LONG);
        assertThat(first.body().length()).isGreaterThan(1 << 20);
        assertThat(List.of(client.ask(LONG).body(), client.ask(LONG).body()))
                .containsOnly(first.body());
        assertThat(hits()).isZero();
    }
}
