package org.modelgraph.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.Setting;
import org.modelgraph.compared.ServerProcess;
import org.modelgraph.protocol.TestServer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fuseki in a process of its own as the other server, and as a client that calls this one. */
class FusekiServiceTest {
    private static final Path JAR = Path.of("target/fuseki/jena-fuseki-server.jar");

    /** A server that has just begun takes its time. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir Path directory;

    @Test
    void bothCallEachOther() throws Exception {
        assumeTrue(Files.exists(JAR), "Fuseki is fetched by mvn -Phostile verify");
        try (var fuseki = ServerProcess.fuseki(directory.resolve("fuseki"), JAR, PATIENCE);
                var near =
                        TestServer.writable(
                                directory.resolve("near"),
                                Map.of(
                                        Setting.SERVICE_HOSTS,
                                        "http://127.0.0.1:" + fuseki.port()))) {
            assertThat(
                            fuseki.post(
                                            "/graphs?default",
                                            "text/turtle",
                                            lines("<urn:t:%d> <urn:label> \"%d\" ."))
                                    .statusCode())
                    .isLessThan(300);
            Pair.insert(near, lines("<urn:t:%d> <urn:many> %d ."));
            var theirs = "<http://127.0.0.1:" + fuseki.port() + fuseki.at("/sparql") + ">";
            var joined = "SELECT ?s ?l { ?s <urn:many> ?i SERVICE " + theirs;
            var answer =
                    near.client().ask(joined + " { ?s <urn:label> ?l } }", "Accept", "text/csv");
            assertThat(answer.body().lines()).as(answer.body()).hasSize(201);
            var ours = "<" + near.client().base() + "/sparql>";
            var back =
                    fuseki.post(
                            "/sparql",
                            "application/sparql-query",
                            "SELECT (COUNT(*) AS ?n) { SERVICE "
                                    + ours
                                    + " { ?s <urn:many> ?i } ?s <urn:label> ?l }");
            assertThat(back.body()).contains("\"value\": \"200\"");
        }
    }

    private static String lines(String form) {
        return IntStream.range(0, 200)
                .mapToObj(i -> form.formatted(i, i))
                .collect(Collectors.joining("\n"));
    }
}
