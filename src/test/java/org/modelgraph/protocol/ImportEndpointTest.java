package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.command.TokensOnTheCommandLine;

import java.nio.file.Path;
import java.util.Map;

/** Imports over HTTP: files in, the report out. */
class ImportEndpointTest {
    private static final String CARD =
            """
            ---
            license: mit
            base_model: Tiny-0
            colour: red
            ---
            # Tiny
            """;
    private static final String ADDRESS = "/imports/huggingface?name=Tiny.md";

    @TempDir Path directory;

    private TestServer server;
    private WritingClient client;

    @BeforeEach
    void open() {
        server = TestServer.writable(directory.resolve("db"), Map.of());
        client = new WritingClient(server.client(), TestServer.TOKEN);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aFileComesInAndTheReportIsTheAnswer() throws Exception {
        var response = client.send("POST", ADDRESS, "text/markdown", CARD);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body())
                .contains("\"claims\":2", "\"state\":\"taken\"", "\"kind\":\"left-aside\"")
                .contains("\"line\":4", "\"kind\":\"unknown-name\"");
        var ask =
                "ASK { GRAPH <https://w3id.org/modelgraph/graph/huggingface-tiny-md> { ?c"
                        + " <https://w3id.org/modelgraph/ns/attributeLiteral> 'mit' } }";
        assertThat(server.client().ask(ask).body()).contains("true");
        var again = client.send("POST", ADDRESS, "text/markdown", CARD);
        assertThat(again.body()).contains("\"state\":\"unchanged\"");
        assertThat(again.headers().firstValue("Modelgraph-Version"))
                .isEqualTo(response.headers().firstValue("Modelgraph-Version"));
    }

    @Test
    void theReportIsHadAsRdfAsAPageAndInWords() throws Exception {
        var dry = ADDRESS + "&dry-run=true";
        var before = server.store().version();
        assertThat(client.send("POST", dry, "text/markdown", CARD, "Accept", "text/turtle").body())
                .contains("earl", "urn:modelgraph:upload:Tiny.md");
        assertThat(client.send("POST", dry, "text/markdown", CARD, "Accept", "text/html").body())
                .contains("<h1>Import: huggingface</h1>", "Nothing was changed");
        assertThat(client.send("POST", dry, "text/markdown", CARD, "Accept", "text/plain").body())
                .contains("1 files read (1 taken), 2 claims");
        assertThat(server.store().version()).isEqualTo(before);
    }

    @Test
    void whoMayNotWriteToTheGraphIsRefused() throws Exception {
        assertThat(server.client().post(ADDRESS, "text/markdown", CARD).statusCode())
                .isEqualTo(401);
        var token =
                new TokensOnTheCommandLine(directory.resolve("db"))
                        .create("--scope", "write:https://example.org/");
        var narrow = new WritingClient(server.client(), token);
        assertThat(narrow.send("POST", ADDRESS, "text/markdown", CARD).statusCode()).isEqualTo(403);
        assertThat(
                        narrow.send(
                                        "POST",
                                        ADDRESS + "&graph=https://example.org/mine",
                                        "text/markdown",
                                        CARD)
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTableIsReadByTheNamesOfItsColumns() throws Exception {
        var table = "Model,Dataset,metric,Score,unit,colour\nTiny,Exam,accuracy,85%,,red\n";
        var response = client.send("POST", "/imports/csv?name=plain.csv", "text/csv", table);
        assertThat(response.body()).contains("\"claims\":1", "the column “colour” is left aside");
        assertThat(
                        client.send(
                                        "POST",
                                        "/imports/csv?name=other.csv",
                                        "text/csv",
                                        "name,age\nx,1\n")
                                .body())
                .contains("\"state\":\"empty\"");
    }

    @Test
    void aBrokenFileIs422AndNamesThatLeadOutAreRefused() throws Exception {
        assertThat(client.send("POST", ADDRESS, "text/markdown", "---\n- x\n---\n").statusCode())
                .isEqualTo(422);
        assertThat(
                        client.send(
                                        "POST",
                                        "/imports/huggingface?name=../x.md",
                                        "text/markdown",
                                        CARD)
                                .statusCode())
                .isEqualTo(400);
        assertThat(client.send("POST", "/imports/nothing", "text/plain", "x").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theMappingsCanBeRead() throws Exception {
        assertThat(server.client().get("/imports").body()).contains("\"name\":\"croissant\"");
        assertThat(server.client().get("/imports/rdf").body()).contains("airo.rq");
        assertThat(server.client().get("/imports/rdf/airo.rq").body()).contains("CONSTRUCT");
        assertThat(server.client().get("/imports/rdf/none.rq").statusCode()).isEqualTo(404);
    }
}
