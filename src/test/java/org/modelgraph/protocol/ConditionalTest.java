package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Conditional requests (RFC 9110 §13) and the strong entity tags of graphs. */
class ConditionalTest {
    private static final String G = "/graphs?graph=urn:g";

    @TempDir Path directory;
    private TestServer server;
    private Client client;
    private WritingClient writer;

    @BeforeEach
    void start() {
        server = TestServer.writable(directory.resolve("db"), Map.of());
        client = server.client();
        writer = new WritingClient(client, TestServer.TOKEN);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String tag(String path, String... headers) throws Exception {
        return client.get(path, headers).headers().firstValue("ETag").orElseThrow();
    }

    private static String version(HttpResponse<?> response) {
        return "\"" + response.headers().firstValue("Modelgraph-Version").orElseThrow() + "\"";
    }

    @Test
    void theTagChangesWithItsGraphAloneAndSurvivesARestart() throws Exception {
        writer.put(G, "<urn:a> <urn:b> 1 .");
        var first = tag(G);
        writer.put("/graphs?graph=urn:h", "<urn:a> <urn:b> 1 .");
        assertThat(tag(G)).isEqualTo(first);
        stop();
        start();
        assertThat(tag(G)).isEqualTo(first);
        writer.put(G, "<urn:a> <urn:b> 2 .");
        assertThat(tag(G)).isNotEqualTo(first);
        var second = tag(G);
        writer.patch(G, "application/sparql-update", "INSERT DATA { <urn:a> <urn:b> 3 }");
        assertThat(tag(G)).isNotEqualTo(second);
    }

    @Test
    void everyRepresentationHasATagOfItsOwn() throws Exception {
        writer.put(G, "<urn:a> <urn:b> 1 .");
        assertThat(
                        java.util.Set.of(
                                tag(G),
                                tag(G, "Accept", "application/n-triples"),
                                tag(G, "Accept-Encoding", "gzip"),
                                tag("/graphs")))
                .hasSize(4);
    }

    @Test
    void aReaderWhoHasItIsToldSo() throws Exception {
        writer.put(G, "<urn:a> <urn:b> 1 .");
        var tag = tag(G);
        var known = client.get(G, "If-None-Match", "\"x\", W/" + tag);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(known.headers().firstValue("ETag")).contains(tag);
        assertThat(client.get(G, "If-None-Match", tag, "Accept", "application/n-triples").body())
                .contains("urn:a");
        assertThat(client.get(G, "If-Match", "\"x\"").statusCode()).isEqualTo(412);
        assertThat(client.get(G, "If-None-Match", "nonsense").statusCode()).isEqualTo(400);
        assertThat(client.get("/graphs", "If-None-Match", tag("/graphs")).statusCode())
                .isEqualTo(304);
    }

    @Test
    void aWriteIsDoneOnlyOnTheStateThatItsWriterSaw() throws Exception {
        writer.put(G, "<urn:a> <urn:b> 1 .");
        var seen = tag(G);
        writer.put(G, "<urn:a> <urn:b> 2 .");
        for (var method : new String[] {"PUT", "POST", "DELETE"})
            assertThat(
                            writer.send(
                                            method,
                                            G,
                                            "text/turtle",
                                            "<urn:a> <urn:b> 9 .",
                                            "If-Match",
                                            seen)
                                    .statusCode())
                    .as(method)
                    .isEqualTo(412);
        var patch = "INSERT DATA { <urn:a> <urn:b> 9 }";
        assertThat(
                        writer.patch(G, "application/sparql-update", patch, "If-Match", seen)
                                .statusCode())
                .isEqualTo(412);
        assertThat(writer.triples(G)).contains("\"2\"").doesNotContain("\"9\"");
        var now = tag(G, "Accept", "application/n-triples");
        assertThat(writer.put(G, "<urn:a> <urn:b> 3 .", "If-Match", "W/" + now).statusCode())
                .isEqualTo(412);
        assertThat(writer.put(G, "<urn:a> <urn:b> 3 .", "If-Match", now).statusCode())
                .isEqualTo(204);
    }

    @Test
    void theVersionThatAWriteMadeServesAsTagAsLongAsItsGraphStays() throws Exception {
        var made = version(writer.put(G, "<urn:a> <urn:b> 1 ."));
        var other = version(writer.put("/graphs?graph=urn:h", "<urn:a> <urn:b> 1 ."));
        assertThat(writer.put(G, "<urn:a> <urn:b> 2 .", "If-Match", other).statusCode())
                .isEqualTo(204);
        assertThat(writer.put(G, "<urn:a> <urn:b> 3 .", "If-Match", made).statusCode())
                .isEqualTo(412);
        var future = made.replaceFirst("\\d+\"$", "999\"");
        assertThat(writer.put(G, "<urn:a> <urn:b> 3 .", "If-Match", future).statusCode())
                .isEqualTo(412);
    }

    @Test
    void existenceCanBeTheCondition() throws Exception {
        assertThat(writer.put(G, "<urn:a> <urn:b> 1 .", "If-Match", "*").statusCode())
                .isEqualTo(412);
        assertThat(writer.put(G, "<urn:a> <urn:b> 1 .", "If-None-Match", "*").statusCode())
                .isEqualTo(201);
        assertThat(writer.put(G, "<urn:a> <urn:b> 2 .", "If-None-Match", "*").statusCode())
                .isEqualTo(412);
        assertThat(writer.delete(G, "If-Match", "*").statusCode()).isEqualTo(204);
    }

    @Test
    void anUpdateCanDependOnTheStateOfTheWholeStore() throws Exception {
        var seen = tag("/graphs");
        var update = "INSERT DATA { <urn:a> <urn:b> 1 }";
        var type = "application/sparql-update";
        assertThat(writer.send("POST", "/update", type, update, "If-Match", seen).statusCode())
                .isEqualTo(204);
        assertThat(writer.send("POST", "/update", type, update, "If-Match", seen).statusCode())
                .isEqualTo(412);
    }

    @Test
    void ofManyWritersOnTheSameStateOneWins() throws Exception {
        writer.put(G, "<urn:a> <urn:b> 0 .");
        var seen = tag(G);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var tries =
                    IntStream.rangeClosed(1, 16)
                            .mapToObj(n ->
                                    (Callable<Integer>)
                                            () ->
                                                    writer.put(
                                                                    G,
                                                                    "<urn:a> <urn:b> " + n + " .",
                                                                    "If-Match",
                                                                    seen)
                                                            .statusCode())
                            .toList();
            var statuses = new java.util.ArrayList<Integer>();
            for (var done : threads.invokeAll(tries)) statuses.add(done.get());
            assertThat(statuses).containsOnly(204, 412).containsOnlyOnce(204);
        }
    }
}
