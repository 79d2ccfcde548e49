package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/** PATCH at {@code /graphs}: SPARQL updates and RDF Patches of one graph. */
class GraphPatchTest {
    private static final String G = "/graphs?graph=urn:g";
    private static final String UPDATE = "application/sparql-update";
    private static final String RDF_PATCH = "application/rdf-patch";

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

    @Test
    void anUpdateSentAsAPatchChangesItsGraphAlone() throws Exception {
        writer.put("/graphs?graph=urn:h", "<urn:a> <urn:b> 9 .");
        assertThat(writer.patch(G, UPDATE, "INSERT DATA { <urn:a> <urn:b> 1 , 2 }").statusCode())
                .isEqualTo(201);
        assertThat(
                        writer.patch(
                                        G,
                                        UPDATE,
                                        "DELETE DATA { <urn:a> <urn:b> 1 } ; INSERT { ?s <urn:c> ?o"
                                                + " } WHERE { ?s <urn:b> ?o } ; DELETE WHERE { ?s"
                                                + " <urn:b> ?o }")
                                .statusCode())
                .isEqualTo(204);
        assertThat(writer.triples(G)).startsWith("<urn:a> <urn:c> \"2\"").hasLineCount(1);
        assertThat(writer.triples("/graphs?graph=urn:h")).contains("\"9\"");
        assertThat(writer.patch(G, UPDATE, "CLEAR DEFAULT").statusCode()).isEqualTo(204);
        assertThat(client.get(G).statusCode()).isEqualTo(404);
    }

    @Test
    void aPatchThatReachesOtherGraphsIsRefusedAndChangesNothing() throws Exception {
        for (var update :
                new String[] {
                    "INSERT DATA { <urn:a> <urn:b> 1 . GRAPH <urn:h> { <urn:a> <urn:b> 1 } }",
                    "INSERT { GRAPH <urn:h> { <urn:a> <urn:b> 1 } } WHERE {}",
                    "WITH <urn:h> INSERT { <urn:a> <urn:b> 1 } WHERE {}",
                    "CLEAR GRAPH <urn:h>",
                    "CLEAR ALL",
                    "COPY DEFAULT TO <urn:h>"
                }) {
            var refused = writer.patch(G, UPDATE, update);
            assertThat(refused.statusCode()).as(update).isEqualTo(422);
        }
        assertThat(writer.patch(G, UPDATE, "INSERT DATA {").statusCode()).isEqualTo(400);
        assertThat(writer.patch(G, "text/turtle", "").statusCode()).isEqualTo(415);
        assertThat(writer.patch("/graphs", UPDATE, "CLEAR ALL").statusCode()).isEqualTo(400);
        assertThat(client.get("/graphs", "Accept", "application/n-quads").body()).isEmpty();
    }

    @Test
    void anRdfPatchAddsAndDeletes() throws Exception {
        writer.put(G, "<urn:a> <urn:b> <urn:c> .");
        var patch = "TX .\nD <urn:a> <urn:b> <urn:c> .\nA <urn:a> <urn:b> \"文\" <urn:g> .\nTC .\n";
        assertThat(writer.patch(G, RDF_PATCH, patch).statusCode()).isEqualTo(204);
        assertThat(writer.triples(G)).contains("文").hasLineCount(1);
        assertThat(
                        writer.patch("/graphs", RDF_PATCH, "A <urn:a> <urn:b> <urn:c> <urn:h> .")
                                .statusCode())
                .isEqualTo(204);
        assertThat(writer.triples("/graphs?graph=urn:h")).isNotEmpty();
    }

    @Test
    void anRdfPatchThatDeletesWhatIsNotThereIsAConflict() throws Exception {
        writer.put(G, "<urn:a> <urn:b> <urn:c> .");
        var patch = "A <urn:a> <urn:b> <urn:d> .\nD <urn:a> <urn:b> <urn:x> .\n";
        assertThat(writer.patch(G, RDF_PATCH, patch).statusCode()).isEqualTo(409);
        assertThat(writer.triples(G)).hasLineCount(1);
    }

    @Test
    void aWrongRdfPatchIsRefusedWholeWithItsPlace() throws Exception {
        var broken = writer.patch(G, RDF_PATCH, "A <urn:a> <urn:b> <urn:c> .\nA <urn:a> .\n");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("\"line\":2");
        for (var patch :
                new String[] {"A ?s <urn:b> <urn:c> .", "A <a> <urn:b> 1 .", "A <urn:a> \"p\" 1 ."})
            assertThat(writer.patch(G, RDF_PATCH, patch).statusCode()).as(patch).isEqualTo(400);
        assertThat(writer.patch(G, RDF_PATCH, "A <urn:a> <urn:b> <urn:c> <urn:h> .").statusCode())
                .isEqualTo(422);
        assertThat(
                        writer.patch(G, RDF_PATCH, "TX .\nA <urn:a> <urn:b> <urn:c> .\nTA .")
                                .statusCode())
                .isEqualTo(422);
        assertThat(client.get(G).statusCode()).isEqualTo(404);
    }
}
