package org.modelgraph.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.Setting;
import org.modelgraph.protocol.Client;
import org.modelgraph.protocol.TestServer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What a client that asks for too much is told. */
class DoorTest {
    private static final String PRODUCT =
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
                    + " FILTER (CONCAT(STR(?a), STR(?d)) = CONCAT(STR(?g), STR(?l))) }";

    @TempDir private Path directory;

    private TestServer server(Map<Setting, String> settings) throws Exception {
        var server = TestServer.writable(directory.resolve("db"), settings);
        var data = new StringBuilder();
        for (var i = 0; i < 3000; i++) data.append("<urn:a:%d> <urn:b> <urn:c> .\n".formatted(i));
        server.client()
                .post(
                        "/graphs?default",
                        "application/n-triples",
                        data.toString(),
                        "Authorization",
                        "Bearer " + TestServer.TOKEN);
        return server;
    }

    @Test
    void whoFailsTooOftenMustWait() throws Exception {
        try (var server = server(Map.of(Setting.CLIENT_ERRORS, "2"))) {
            for (var i = 0; i < 4; i++)
                assertThat(server.client().ask("SELECT").statusCode()).isEqualTo(400);
            var refused = server.client().ask("ASK {}");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("/limits");
        }
    }

    @Test
    void whoHasUsedUpHisSecondsMustWaitAndIsToldHowMuchIsLeft() throws Exception {
        try (var server = server(Map.of(Setting.CLIENT_SECONDS, "1", Setting.QUERY_TIMEOUT, "3"))) {
            var first = server.client().ask(PRODUCT);
            assertThat(first.statusCode()).isEqualTo(503);
            assertThat(first.headers().firstValue("RateLimit-Policy"))
                    .contains("\"query-seconds\";q=1;w=60");
            assertThat(server.client().ask("ASK {}").statusCode()).isEqualTo(429);
            assertThat(server.client().get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void onlyAProxyIsBelievedOnWhoseBehalfItAsks() throws Exception {
        try (var server = server(Map.of(Setting.CLIENT_ERRORS, "1"))) {
            for (var i = 0; i < 3; i++)
                server.client().ask("SELECT", "X-Forwarded-For", "192.0.2." + i);
            assertThat(server.client().ask("ASK {}").statusCode()).isEqualTo(429);
        }
        try (var server =
                server(Map.of(Setting.CLIENT_ERRORS, "1", Setting.PROXIES, "127.0.0.0/8"))) {
            for (var i = 0; i < 3; i++)
                server.client().ask("SELECT", "X-Forwarded-For", "192.0.2." + i);
            assertThat(server.client().ask("ASK {}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void hostileQueriesDontKeepOthersFromLookingUp() throws Exception {
        try (var server = server(Map.of(Setting.QUERY_TIMEOUT, "2"));
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var hostile = new ArrayList<Future<Integer>>();
            for (var i = 0; i < 8; i++)
                hostile.add(clients.submit(() -> server.client().ask(PRODUCT).statusCode()));
            for (var i = 0; i < 20; i++) {
                assertThat(server.client().get("/health").statusCode()).isEqualTo(200);
                assertThat(server.client().get("/ready").statusCode()).isEqualTo(200);
                assertThat(server.client().get("/describe?iri=urn:a:1").statusCode())
                        .isEqualTo(200);
            }
            for (var status : hostile) assertThat(status.get()).isIn(429, 503);
        }
    }

    @Test
    void anAnswerThatIsTooLongIsAnErrorUnlessAskedForCut() throws Exception {
        try (var server = server(Map.of(Setting.ROW_LIMIT, "10"))) {
            var query = "SELECT ?a { ?a <urn:b> ?c }";
            var refused = server.client().ask(query);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("more than 10 rows").contains("truncate=true");
            var cut =
                    server.client()
                            .get(
                                    "/sparql?truncate=true&query=" + Client.encoded(query),
                                    "Accept",
                                    "text/csv");
            assertThat(cut.statusCode()).isEqualTo(200);
            assertThat(cut.body().lines()).hasSize(11);
            assertThat(cut.headers().firstValue("Trailer")).contains("Modelgraph-Truncated");
        }
    }

    @Test
    void aQueryThatTakesTooMuchMemoryIsStopped() throws Exception {
        try (var server = server(Map.of(Setting.QUERY_MEMORY, "20", Setting.QUERY_TIMEOUT, "20"))) {
            var response = server.client().ask(PRODUCT);
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("more memory");
        }
    }
}
