package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.command.TokensOnTheCommandLine;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

/** Idempotency-Key: a write that is sent again is done once. */
class RepeatTest {
    private static final String UPDATE = "application/sparql-update";
    private static final String FRESH =
            "INSERT { GRAPH <urn:g> { ?id <urn:b> 1 } } WHERE { BIND(UUID() AS ?id) }";

    @TempDir Path directory;
    private TestServer server;
    private WritingClient writer;

    @BeforeEach
    void start() {
        server = TestServer.writable(directory.resolve("db"), Map.of());
        writer = new WritingClient(server.client(), TestServer.TOKEN);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> insert(String key) throws Exception {
        return writer.send("POST", "/update", UPDATE, FRESH, "Idempotency-Key", key);
    }

    private long size() throws Exception {
        return writer.triples("/graphs?graph=urn:g").lines().count();
    }

    @Test
    void theSameWriteIsDoneOnceEvenAcrossARestart() throws Exception {
        var first = insert("k1");
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        stop();
        start();
        insert("k2");
        var again = insert("\"k1\"");
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(again.headers().firstValue("Modelgraph-Version"))
                .isEqualTo(first.headers().firstValue("Modelgraph-Version"));
        assertThat(size()).isEqualTo(2);
    }

    @Test
    void aNewGraphIsMadeOnceAndFoundAtTheSameLocation() throws Exception {
        var key = new String[] {"Idempotency-Key", "k"};
        var first = writer.send("POST", "/graphs", "text/turtle", "<urn:a> <urn:b> 1 .", key);
        var again = writer.send("POST", "/graphs", "text/turtle", "<urn:a> <urn:b> 1 .", key);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"))
                .isPresent();
    }

    @Test
    void aWriteWhoseConditionHeldIsNotRefusedWhenItIsSentAgain() throws Exception {
        var headers = new String[] {"Idempotency-Key", "k", "If-None-Match", "*"};
        for (var round = 0; round < 2; round++)
            assertThat(
                            writer.put("/graphs?graph=urn:g", "<urn:a> <urn:b> 1 .", headers)
                                    .statusCode())
                    .isEqualTo(201);
    }

    @Test
    void aWriteThatFoundNothingToDoStaysDone() throws Exception {
        var delete = "DELETE WHERE { GRAPH <urn:g> { ?s ?p ?o } }";
        writer.send("POST", "/update", UPDATE, delete, "Idempotency-Key", "k");
        insert("other");
        var again = writer.send("POST", "/update", UPDATE, delete, "Idempotency-Key", "k");
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(size()).isEqualTo(1);
    }

    @Test
    void anotherRequestUnderTheKeyIsRefused() throws Exception {
        insert("k");
        var other = writer.send("POST", "/update", UPDATE, "CLEAR ALL", "Idempotency-Key", "k");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(insert("with blank").statusCode()).isEqualTo(400);
        assertThat(size()).isEqualTo(1);
    }

    @Test
    void aWriteThatFailedIsTriedAgain() throws Exception {
        var put = new String[] {"Idempotency-Key", "k", "If-Match", "*"};
        assertThat(writer.put("/graphs?graph=urn:g", "<urn:a> <urn:b> 1 .", put).statusCode())
                .isEqualTo(412);
        insert("other");
        assertThat(writer.put("/graphs?graph=urn:g", "<urn:a> <urn:b> 1 .", put).statusCode())
                .isEqualTo(204);
    }

    @Test
    void theKeysOfOneClientAreNotThoseOfAnother() throws Exception {
        insert("k");
        var token = new TokensOnTheCommandLine(directory.resolve("db")).create("--scope", "write");
        var other =
                new WritingClient(server.client(), token)
                        .send("POST", "/update", UPDATE, FRESH, "Idempotency-Key", "k");
        assertThat(other.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(size()).isEqualTo(2);
    }
}
