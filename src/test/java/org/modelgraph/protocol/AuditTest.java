package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.Setting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Each write and each refusal leaves one line. */
class AuditTest {
    @TempDir Path directory;
    private TestServer server;
    private Client client;
    private WritingClient writer;

    @BeforeEach
    void start() {
        server = TestServer.writable(directory.resolve("db"), Map.of(Setting.AUDIT_SIZE, "1"));
        client = server.client();
        writer = new WritingClient(client, TestServer.TOKEN);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Path file() {
        return directory.resolve("db/audit.jsonl");
    }

    private List<JsonNode> lines() throws Exception {
        var lines = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(file())) lines.add(new ObjectMapper().readTree(line));
        return lines;
    }

    private int update(String text, String... headers) throws Exception {
        return writer.send("POST", "/update", "application/sparql-update", text, headers)
                .statusCode();
    }

    @Test
    void aCommitIsWrittenDownWithAllThatMatters() throws Exception {
        var text = "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> 1, 2 } }";
        assertThat(update(text, "X-Reason", "to try")).isEqualTo(204);
        var line = lines().getFirst();
        assertThat(lines()).hasSize(1);
        assertThat(line.path("outcome").asText()).isEqualTo("committed");
        assertThat(line.path("who").asText()).isEqualTo("the write token");
        assertThat(line.path("why").asText()).isEqualTo("to try");
        assertThat(line.path("action").asText()).isEqualTo("POST /update");
        assertThat(line.path("text").asText()).isEqualTo(text);
        assertThat(line.path("graphs").get(0).asText()).isEqualTo("urn:g");
        assertThat(line.path("added").asInt()).isEqualTo(2);
        assertThat(line.path("removed").asInt()).isZero();
        assertThat(line.path("before").asText()).endsWith("-0");
        assertThat(line.path("after").asText()).endsWith("-1");
        assertThat(line.path("client").asText()).isEqualTo("127.0.0.1");
        assertThat(line.path("request").asText()).isNotEmpty();
    }

    @Test
    void whatChangesNothingOrComesTwiceIsWrittenDownToo() throws Exception {
        assertThat(update("DELETE DATA { <urn:a> <urn:b> 1 }")).isEqualTo(204);
        for (var i = 0; i < 2; i++)
            assertThat(update("INSERT DATA { <urn:a> <urn:b> 1 }", "Idempotency-Key", "k"))
                    .isEqualTo(204);
        assertThat(lines())
                .extracting(l -> l.path("outcome").asText())
                .containsExactly("unchanged", "committed", "repeated");
    }

    @Test
    void everyRefusalIsWrittenDown() throws Exception {
        assertThat(update("INSERT DATA {")).isEqualTo(400);
        assertThat(writer.delete("/graphs?graph=urn:none").statusCode()).isEqualTo(404);
        assertThat(client.post("/update", "application/sparql-update", "CLEAR ALL").statusCode())
                .isEqualTo(401);
        assertThat(lines())
                .extracting(l -> l.path("status").asInt())
                .containsExactly(400, 404, 401);
        assertThat(lines()).allMatch(l -> l.path("outcome").asText().equals("refused"));
        assertThat(lines().get(1).path("who").asText()).isEqualTo("the write token");
        assertThat(lines().get(2).path("who").asText()).isEqualTo("an unknown client");
        assertThat(client.get("/nothing").statusCode()).isEqualTo(404);
        assertThat(lines()).hasSize(3);
    }

    @Test
    void longTextIsCutAndControlCharactersDoNoHarm() throws Exception {
        var text =
                "INSERT DATA { <urn:a> <urn:b> \"\u202e\u009b31m\" } #\u0007\r\n# {\"at\":1}"
                        + "x".repeat(9000);
        assertThat(update(text)).isEqualTo(204);
        var raw = Files.readString(file());
        assertThat(raw.lines()).hasSize(1);
        assertThat(raw).doesNotContain("\u202e", "\u009b", "\u0007");
        assertThat(lines().getFirst().path("text").asText().length()).isEqualTo(4097);
    }

    @Test
    void aWriteThatCantBeWrittenDownDoesNotTakePlace() throws Exception {
        Files.createDirectory(file());
        assertThat(update("INSERT DATA { <urn:a> <urn:b> 1 }")).isEqualTo(500);
        assertThat(client.ask("ASK { <urn:a> ?p ?o }", "Accept", "text/csv").body())
                .doesNotContain("true");
        Files.delete(file());
        assertThat(update("INSERT DATA { <urn:a> <urn:b> 2 }")).isEqualTo(204);
        assertThat(server.store().version().number()).isEqualTo(1);
    }

    @Test
    void aFullFileIsPutAsideAndNothingIsLost() throws Exception {
        for (var i = 0; i < 300; i++) {
            var filler = "x".repeat(4000);
            assertThat(update("DELETE DATA { <urn:a> <urn:b> " + i + " } # " + filler))
                    .isEqualTo(204);
        }
        var lines = 0;
        try (var files = Files.list(directory.resolve("db"))) {
            var parts = files.filter(f -> f.getFileName().toString().startsWith("audit")).toList();
            assertThat(parts).hasSize(2);
            for (var part : parts) lines += Files.readAllLines(part).size();
        }
        assertThat(lines).isEqualTo(300);
    }
}
