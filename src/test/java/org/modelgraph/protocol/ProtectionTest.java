package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.command.TokensOnTheCommandLine;
import org.modelgraph.graph.Installation;
import org.modelgraph.graph.Ontology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The graphs that come with the program are written to by administrators alone. */
class ProtectionTest {
    @TempDir Path directory;

    @Test
    void aBundledGraphIsProtectedAndAGraphOfOnesOwnIsNot() throws Exception {
        try (var server = TestServer.writable(directory.resolve("db"), Map.of())) {
            new Installation(Ontology.read(Optional.of(aPart()))).into(server.store());
            var before = server.store().version();
            for (var graph : new String[] {"seed", "derived", "catalog", "vocabulary-modality"}) {
                var update =
                        "DELETE WHERE { GRAPH <https://w3id.org/modelgraph/graph/"
                                + graph
                                + "> { ?s ?p ?o } }";
                var response =
                        server.client()
                                .post(
                                        "/update",
                                        "application/sparql-update",
                                        update,
                                        "Authorization",
                                        "Bearer " + TestServer.TOKEN);
                assertThat(response.statusCode()).as(graph).isEqualTo(403);
                assertThat(response.body()).contains("/graph/" + graph, "needs the scope admin");
            }
            assertThat(server.store().version()).isEqualTo(before);
            var admin =
                    new TokensOnTheCommandLine(directory.resolve("db")).create("--scope", "admin");
            assertThat(
                            server.client()
                                    .post(
                                            "/graphs?graph=https://w3id.org/modelgraph/graph/seed",
                                            "text/turtle",
                                            "<urn:a> <urn:b> <urn:c> .",
                                            "Authorization",
                                            "Bearer " + admin)
                                    .statusCode())
                    .isEqualTo(204);
            var own = "INSERT DATA { GRAPH <urn:mine> { <urn:a> <urn:b> <urn:c> } }";
            assertThat(
                            server.client()
                                    .post(
                                            "/update",
                                            "application/sparql-update",
                                            own,
                                            "Authorization",
                                            "Bearer " + TestServer.TOKEN)
                                    .statusCode())
                    .isEqualTo(204);
        }
    }

    /** So much of the ontology that it stands by itself and is loaded at once. */
    private Path aPart() throws IOException {
        var part = directory.resolve("ontology");
        for (var file :
                List.of(
                        "modelgraph.ttl",
                        "claim.ttl",
                        "rules/type-closure.rq",
                        "vocabulary/modality.ttl",
                        "graph/seed.trig")) {
            var copy = part.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of("ontology").resolve(file), copy);
        }
        return part;
    }
}
