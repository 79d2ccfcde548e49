package org.modelgraph.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.modelgraph.protocol.TestServer;

import java.nio.file.Files;
import java.nio.file.Path;

/** Comunica as a client of Triple Pattern Fragments and of the SPARQL endpoint. */
class ComunicaClientTest {
    @Test
    void itAnswersQueriesFromFragments() throws Exception {
        assumeTrue(
                Boolean.getBoolean("clients")
                        || Files.isDirectory(Path.of("target/npm/comunica/node_modules")),
                "Comunica takes 82 MB: mvn -Dclients=true verify fetches it");
        var base = TestServer.bundled().client().base();
        assertThat(
                        NodeClient.with("comunica", "@comunica/query-sparql@4.4.1")
                                .run("comunica-client.mjs", base))
                .containsExactly(
                        "fragments true true", "found true", "counted true", "together true");
    }
}
