package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.Setting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Behind a proxy that is configured, clients are known by the addresses that it tells. */
class ProxyTest {
    private static final String CARD = "---\nlicense: mit\n---\n# Tiny\n";
    private static final String UPDATE = "application/sparql-update";

    @TempDir Path directory;

    private TestServer server(Map<Setting, String> settings) {
        return TestServer.writable(directory.resolve("db"), settings);
    }

    private List<JsonNode> lines() throws Exception {
        var lines = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(directory.resolve("db/audit.jsonl")))
            lines.add(new ObjectMapper().readTree(line));
        return lines;
    }

    private static int write(TestServer server, String forwarded, String token) throws Exception {
        return server.client()
                .post(
                        "/update",
                        UPDATE,
                        "INSERT DATA { <urn:a> <urn:b> \"" + forwarded + "\" }",
                        "Authorization",
                        "Bearer " + token,
                        "X-Forwarded-For",
                        forwarded)
                .statusCode();
    }

    @Test
    void theAuditNamesTheClientAndNotTheProxy() throws Exception {
        try (var server = server(Map.of(Setting.PROXIES, "127.0.0.0/8"))) {
            assertThat(write(server, "203.0.113.7, 192.0.2.1", TestServer.TOKEN)).isEqualTo(204);
            assertThat(write(server, "2001:db8::7", TestServer.TOKEN)).isEqualTo(204);
            assertThat(write(server, "a lie", TestServer.TOKEN)).isEqualTo(204);
        }
        assertThat(lines())
                .extracting(l -> l.path("client").asText())
                .containsExactly("192.0.2.1", "2001:db8::7", "?");
    }

    @Test
    void whatAnybodyElseClaimsIsNotBelieved() throws Exception {
        try (var server = server(Map.of())) {
            assertThat(write(server, "192.0.2.1", TestServer.TOKEN)).isEqualTo(204);
        }
        assertThat(lines()).extracting(l -> l.path("client").asText()).containsOnly("127.0.0.1");
    }

    @Test
    void whoTriesWrongCredentialsMakesNobodyElseBehindTheProxyWait() throws Exception {
        try (var server = server(Map.of(Setting.PROXIES, "127.0.0.1"))) {
            for (var i = 0; i < 10; i++)
                assertThat(write(server, "192.0.2.1", "wrong")).isEqualTo(401);
            assertThat(write(server, "192.0.2.1", TestServer.TOKEN)).isEqualTo(429);
            assertThat(write(server, "192.0.2.2", TestServer.TOKEN)).isEqualTo(204);
        }
    }

    @Test
    void anImportIsWrittenDownLikeEveryWrite() throws Exception {
        try (var server = server(Map.of())) {
            var client = new WritingClient(server.client(), TestServer.TOKEN);
            var address = "/imports/huggingface?name=Tiny.md";
            for (var query : new String[] {"&dry-run=true", "", ""})
                assertThat(
                                client.send(
                                                "POST",
                                                address + query,
                                                "text/markdown",
                                                CARD,
                                                "X-Reason",
                                                "to try")
                                        .statusCode())
                        .isEqualTo(200);
        }
        assertThat(lines())
                .extracting(l -> l.path("outcome").asText())
                .containsExactly("committed", "unchanged");
        var line = lines().getFirst();
        assertThat(line.path("action").asText()).startsWith("POST /imports/huggingface");
        assertThat(line.path("who").asText()).isEqualTo("the write token");
        assertThat(line.path("why").asText()).isEqualTo("to try");
        assertThat(line.path("added").asInt()).isPositive();
    }
}
