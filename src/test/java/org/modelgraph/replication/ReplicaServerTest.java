package org.modelgraph.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.Setting;
import org.modelgraph.command.TokensOnTheCommandLine;
import org.modelgraph.protocol.Client;
import org.modelgraph.protocol.TestServer;
import org.modelgraph.protocol.WritingClient;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Two servers that share a log, as clients see them. */
class ReplicaServerTest {
    private static final String ASK = "SELECT ?s ?o { ?s <urn:p> ?o } ORDER BY ?o";

    @TempDir static Path directory;
    private static TestServer writer;
    private static TestServer replica;

    @BeforeAll
    static void start() {
        writer = server("writer", "log", Map.of(Setting.ROLE, "writer"));
        var address = writer.client().base();
        replica =
                server(
                        "replica",
                        "log",
                        Map.of(Setting.ROLE, "replica", Setting.WRITER_URL, address));
    }

    private static TestServer server(String name, String log, Map<Setting, String> more) {
        var settings = new EnumMap<Setting, String>(Setting.class);
        settings.put(Setting.REPLICATION, "file:" + directory.resolve(log));
        settings.putAll(more);
        return TestServer.writable(directory.resolve(name), settings);
    }

    @AfterAll
    static void stop() {
        replica.close();
        writer.close();
    }

    private static HttpResponse<String> update(TestServer server, String text, String... headers)
            throws Exception {
        return new WritingClient(server.client(), TestServer.TOKEN)
                .send("POST", "/update", "application/sparql-update", text, headers);
    }

    private static String version(HttpResponse<?> response) {
        return response.headers().firstValue("Modelgraph-Version").orElseThrow();
    }

    @Test
    void whoeverHasWrittenReadsItsOwnWriteOnAReplica() throws Exception {
        for (var n = 0; n < 5; n++) {
            var written = update(writer, "INSERT DATA { <urn:a> <urn:p> " + n + " }");
            var read = replica.client().ask(ASK, "X-Min-Version", version(written));
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(read.body()).contains("\"" + n + "\"");
        }
    }

    @Test
    void aReplicaThatIsNotThatFarSaysSoAndWhenToTryAgain() throws Exception {
        var written = update(writer, "INSERT DATA { <urn:a> <urn:p> 1 }");
        var later = version(written).replaceFirst("\\d+$", "99");
        var read = replica.client().ask(ASK, "X-Min-Version", later, "Prefer", "wait=0");
        assertThat(read.statusCode()).isEqualTo(503);
        assertThat(read.headers().firstValue("Retry-After")).isPresent();
        assertThat(read.body()).contains("/problem/behind");
        var foreign = replica.client().ask(ASK, "X-Min-Version", "abc-1");
        assertThat(foreign.statusCode()).isEqualTo(412);
        var wrong = replica.client().ask(ASK, "X-Min-Version", "soon");
        assertThat(wrong.statusCode()).isEqualTo(400);
    }

    @Test
    void aWriteToAReplicaIsSentToTheWriterAndDoneThere() throws Exception {
        var refused = update(replica, "INSERT DATA { <urn:never> <urn:p> 1 }");
        assertThat(refused.statusCode()).isEqualTo(307);
        assertThat(refused.headers().firstValue("Location"))
                .hasValue(writer.client().base() + "/update");
        assertThat(refused.body()).contains("/problem/elsewhere");
        assertThat(writer.client().ask(ASK).body()).doesNotContain("urn:never");
    }

    @Test
    void theSameAnswerHasTheSameTagOnAllServers() throws Exception {
        var written =
                update(
                        writer,
                        "INSERT DATA { <urn:a> <urn:p> 1 . GRAPH <urn:g> { <urn:a> <urn:p> [] } }");
        var seen = new String[] {"X-Min-Version", version(written)};
        for (var path :
                new String[] {"/graphs?graph=urn:g", "/sparql?query=" + Client.encoded(ASK)}) {
            var here = writer.client().get(path, seen);
            var there = replica.client().get(path, seen);
            assertThat(there.headers().firstValue("ETag"))
                    .isPresent()
                    .isEqualTo(here.headers().firstValue("ETag"));
            assertThat(there.body()).isEqualTo(here.body());
            var again =
                    replica.client()
                            .get(
                                    path,
                                    "If-None-Match",
                                    here.headers().firstValue("ETag").orElseThrow());
            assertThat(again.statusCode()).isEqualTo(304);
        }
    }

    @Test
    void theStandingIsToldInReadyStatusAndMetrics() throws Exception {
        update(writer, "INSERT DATA { <urn:a> <urn:p> 1 }");
        await().untilAsserted(() -> {
            var ready = replica.client().get("/ready");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body()).contains("\"role\":\"replica\"", "\"behind\":0");
        });
        assertThat(replica.client().get("/status?format=json").body())
                .contains("\"role\":\"replica\"", "lagSeconds");
        assertThat(replica.client().get("/status", "Accept", "text/html").body())
                .contains("a replica, which takes no writes");
        assertThat(writer.client().get("/status?lang=zh", "Accept", "text/html").body())
                .contains("写入者");
        assertThat(writer.client().get("/ready").body()).contains("\"role\":\"writer\"");
        assertThat(replica.client().get("/metrics").body())
                .contains(
                        "modelgraph_replication_writer 0.0",
                        "modelgraph_replication_behind 0.0",
                        "modelgraph_replication_lag_seconds",
                        "modelgraph_replication_place");
    }

    @Test
    void aReplicaIsPromotedByCommandAndTheOldWriterTakesNothingMore() throws Exception {
        try (var old = server("old", "another-log", Map.of());
                var fresh = server("fresh", "another-log", Map.of(Setting.ROLE, "replica"))) {
            var key = new String[] {"Idempotency-Key", "k-1"};
            var first = update(old, "INSERT DATA { <urn:a> <urn:p> 1 }", key);
            fresh.client().ask(ASK, "X-Min-Version", version(first));
            var token =
                    new TokensOnTheCommandLine(directory.resolve("fresh"))
                            .create("--scope", "admin");
            var promoted =
                    new WritingClient(fresh.client(), token)
                            .send("POST", "/admin/promote", "text/plain", "");
            assertThat(promoted.statusCode()).isEqualTo(200);
            assertThat(promoted.body()).contains("\"role\":\"writer\"");
            var repeated = update(fresh, "INSERT DATA { <urn:a> <urn:p> 1 }", key);
            assertThat(repeated.headers().firstValue("Idempotency-Replayed")).hasValue("true");
            assertThat(version(repeated)).isEqualTo(version(first));
            var second = update(fresh, "INSERT DATA { <urn:a> <urn:p> 2 }");
            assertThat(second.statusCode()).isEqualTo(204);
            var late = update(old, "INSERT DATA { <urn:a> <urn:p> 3 }");
            assertThat(late.statusCode()).isEqualTo(403);
            assertThat(late.body()).contains("/problem/replica");
            var read = old.client().ask(ASK, "X-Min-Version", version(second));
            assertThat(read.body()).contains("\"2\"").doesNotContain("\"3\"");
        }
    }
}
