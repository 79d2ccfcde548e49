package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.Setting;
import org.modelgraph.command.TokensOnTheCommandLine;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/** What operators see of a server, and tell it. */
class OperationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TURTLE = "<urn:s> <urn:p> \"value\" .";

    @TempDir Path directory;

    private TestServer server(Map<Setting, String> settings) {
        return TestServer.writable(directory.resolve("db"), settings);
    }

    private static WritingClient writer(TestServer server) {
        return new WritingClient(server.client(), TestServer.TOKEN);
    }

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text);
    }

    @Test
    void administratorsCompactAndBackUpARunningServer() throws Exception {
        try (var server = server(Map.of())) {
            writer(server).put("/graphs?graph=urn:g", TURTLE);
            assertThat(server.client().post("/admin/compact", "text/plain", "").statusCode())
                    .isEqualTo(401);
            var refused = writer(server).send("POST", "/admin/compact", "text/plain", "");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("scope admin");
            var admin =
                    new WritingClient(
                            server.client(),
                            new TokensOnTheCommandLine(directory.resolve("db"))
                                    .create("--scope", "admin"));
            var tag = server.client().get("/graphs?graph=urn:g").headers().firstValue("ETag");
            var compacted = admin.send("POST", "/admin/compact", "text/plain", "");
            assertThat(compacted.statusCode()).isEqualTo(200);
            assertThat(json(compacted.body()).get("bytesAfter").asLong()).isPositive();
            assertThat(server.client().get("/graphs?graph=urn:g").headers().firstValue("ETag"))
                    .isPresent()
                    .isEqualTo(tag);
            var backup = json(admin.send("POST", "/admin/backup", "text/plain", "").body());
            assertThat(directory.resolve("db/backups").resolve(backup.get("file").asText()))
                    .exists();
            var report = json(admin.send("GET", "/admin/maintenance", "text/plain", "").body());
            assertThat(report.get("running").asBoolean()).isFalse();
            assertThat(report.has("compaction") && report.has("backup")).isTrue();
        }
    }

    @Test
    void withoutRoomWritesAreRefusedAndReadingGoesOn() throws Exception {
        try (var server = server(Map.of(Setting.DISK_RESERVE, "9999999"))) {
            var refused = writer(server).put("/graphs?graph=urn:g", TURTLE);
            assertThat(refused.statusCode()).isEqualTo(507);
            assertThat(refused.body()).contains("insufficient-storage", "Reading goes on");
            assertThat(server.client().ask("ASK {}").statusCode()).isEqualTo(200);
            var ready = server.client().get("/ready");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(json(ready.body()).get("writes").asText()).isEqualTo("refused");
        }
    }

    @Test
    void readinessTellsTheVersionTheDiskAndTheBackups() throws Exception {
        try (var server = server(Map.of(Setting.BACKUP_EVERY, "24"))) {
            var ready = json(server.client().get("/ready").body());
            assertThat(ready.get("status").asText()).isEqualTo("ready");
            assertThat(ready.get("version").asText())
                    .isEqualTo(server.store().version().toString());
            assertThat(ready.get("freeBytes").asLong()).isPositive();
            assertThat(ready.has("backupOverdue")).isTrue();
        }
    }

    @Test
    void aWriteThatHoldsTheStoreTooLongMakesTheServerNotReady() throws Exception {
        try (var server = server(Map.of(Setting.LONGEST_WRITE, "0.2"))) {
            var inside = new CountDownLatch(1);
            var goOn = new CountDownLatch(1);
            var write =
                    CompletableFuture.runAsync(() ->
                            server.store()
                                    .write(overlay -> {
                                        inside.countDown();
                                        await(goOn);
                                        overlay.add(iri(), iri(), iri(), iri());
                                    }));
            inside.await();
            Thread.sleep(300);
            var stale = server.client().get("/ready");
            assertThat(stale.statusCode()).isEqualTo(503);
            assertThat(stale.body()).contains("A write has held the store");
            assertThat(server.client().get("/health").statusCode()).isEqualTo(200);
            goOn.countDown();
            write.get();
            assertThat(server.client().get("/ready").statusCode()).isEqualTo(200);
        }
    }

    private static org.apache.jena.graph.Node iri() {
        return NodeFactory.createURI("urn:x");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyFigureOfTheDashboardIsMeasured() throws Exception {
        try (var server = server(Map.of())) {
            server.client().ask("SELECT * { ?s ?p ?o }");
            writer(server).put("/graphs?graph=urn:g", TURTLE);
            var measured = server.client().get("/metrics").body();
            var dashboard = Files.readString(Path.of("docs/operations/grafana.json"));
            json(dashboard);
            var names =
                    Pattern.compile("\\b(modelgraph|jvm|process|system)_[a-z_]+")
                            .matcher(dashboard)
                            .results()
                            .map(m -> m.group())
                            .distinct()
                            .toList();
            assertThat(names).hasSizeGreaterThan(10);
            for (var name : names) assertThat(measured).contains(name);
        }
    }

    @Test
    void aRequestHasANameThatItsAnswerTells() throws Exception {
        try (var server = server(Map.of())) {
            assertThat(nameOf(server.client().get("/health", "X-Request-Id", "trace-17")))
                    .isEqualTo("trace-17");
            assertThat(nameOf(server.client().get("/health", "X-Request-Id", "bad id;")))
                    .matches("[0-9a-f-]{36}");
        }
    }

    private static String nameOf(HttpResponse<String> response) {
        return response.headers().firstValue("X-Request-Id").orElseThrow();
    }
}
