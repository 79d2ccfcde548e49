package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.Setting;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

/** The update operation of the SPARQL 1.1 Protocol (§2.2) and the Graph Store HTTP Protocol. */
class WritingTest {
    private static final String BEARER = "Bearer " + TestServer.TOKEN;
    private static final String GRAPH = "/graphs?graph=urn:mine";

    @TempDir Path directory;
    private TestServer server;
    private Client client;

    @BeforeEach
    void start() {
        server = TestServer.writable(directory.resolve("db"), Map.of());
        client = server.client();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> update(String update) throws Exception {
        return client.post("/update", "application/sparql-update", update, "Authorization", BEARER);
    }

    private HttpResponse<String> send(String method, String path, String type, String body)
            throws Exception {
        return client.send(
                client.to(path)
                        .header("Content-Type", type)
                        .header("Authorization", BEARER)
                        .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private String count() throws Exception {
        return client.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "Accept", "text/csv")
                .body()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anUpdateIsSeenByTheNextQuestion() throws Exception {
        var response =
                update(
                        "INSERT DATA { <urn:a> <urn:b> <urn:c> . GRAPH <urn:g> { <urn:a> <urn:b>"
                                + " <urn:d> } }");
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Modelgraph-Version").orElseThrow())
                .endsWith("-1");
        assertThat(count()).isEqualTo("2");
        assertThat(
                        client.post(
                                        "/update",
                                        "application/x-www-form-urlencoded",
                                        "update="
                                                + Client.encoded("DELETE WHERE { ?s ?p <urn:c> }"),
                                        "Authorization",
                                        BEARER)
                                .statusCode())
                .isEqualTo(204);
        assertThat(count()).isEqualTo("1");
    }

    @Test
    void anUpdateOfSeveralOperationsIsCarriedOutWhole() throws Exception {
        var step = "INSERT { ?s <urn:b> ?next } WHERE { ?s <urn:b> ?o BIND(?o + 1 AS ?next) }";
        var operations = "INSERT DATA { <urn:a> <urn:b> 1 } ; " + (step + " ; ").repeat(3);
        assertThat(update(operations).statusCode()).isEqualTo(204);
        assertThat(count()).isEqualTo("4");
    }

    @Test
    void anOperationOnAGraphThatIsNotThereIsToldAndUndoesTheRest() throws Exception {
        var clear = "INSERT DATA { <urn:a> <urn:b> 1 } ; CLEAR %sGRAPH <urn:none>";
        var refused = update(clear.formatted(""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("urn:none", "SILENT");
        assertThat(count()).isEqualTo("0");
        assertThat(update(clear.formatted("SILENT ")).statusCode()).isEqualTo(204);
        assertThat(count()).isEqualTo("1");
    }

    @Test
    void usingParametersSayWhatAnUpdateSees() throws Exception {
        update("INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> <urn:c> } }");
        var copy = "INSERT { GRAPH <urn:copy> { ?s ?p ?o } } WHERE { ?s ?p ?o }";
        assertThat(
                        client.post(
                                        "/update?using-graph-uri=urn:g",
                                        "application/sparql-update",
                                        copy,
                                        "Authorization",
                                        BEARER)
                                .statusCode())
                .isEqualTo(204);
        assertThat(client.get("/graphs?graph=urn:copy", "Accept", "application/n-triples").body())
                .contains("<urn:c>");
        var both = "INSERT { ?s ?p ?o } USING <urn:x> WHERE { ?s ?p ?o }";
        assertThat(
                        client.post(
                                        "/update?using-graph-uri=urn:g",
                                        "application/sparql-update",
                                        both,
                                        "Authorization",
                                        BEARER)
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aWrongUpdateIsToldWithItsPlaceAndChangesNothing() throws Exception {
        assertThat(update("INSERT DATA { <urn:a> <urn:b> }").body()).contains("\"line\":1");
        assertThat(update("LOAD <file:///etc/passwd>").statusCode()).isEqualTo(400);
        assertThat(
                        update(
                                        "INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:1/>"
                                                + " { ?s ?p ?o } }")
                                .statusCode())
                .isEqualTo(400);
        assertThat(count()).isEqualTo("0");
    }

    @Test
    void withoutTheTokenNothingIsWritten() throws Exception {
        var without =
                client.post(
                        "/update",
                        "application/sparql-update",
                        "INSERT DATA { <urn:a> <urn:b> <urn:c> }");
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer");
        assertThat(
                        client.post(
                                        "/update",
                                        "application/sparql-update",
                                        "CLEAR ALL",
                                        "Authorization",
                                        "Bearer wrong")
                                .statusCode())
                .isEqualTo(401);
        assertThat(
                        client.send(client.to(GRAPH).PUT(HttpRequest.BodyPublishers.ofString("")))
                                .statusCode())
                .isEqualTo(401);
        assertThat(count()).isEqualTo("0");
    }

    @Test
    void aGraphIsMadeReplacedAddedToAndDeleted() throws Exception {
        assertThat(client.get(GRAPH).statusCode()).isEqualTo(404);
        assertThat(send("PUT", GRAPH, "text/turtle", "<urn:a> <urn:b> 1 , 2 .").statusCode())
                .isEqualTo(201);
        assertThat(send("PUT", GRAPH, "text/turtle", "<urn:a> <urn:b> 3 .").statusCode())
                .isEqualTo(204);
        assertThat(count()).isEqualTo("1");
        assertThat(
                        send("POST", GRAPH, "application/n-triples", "<urn:a> <urn:b> \"four\" .")
                                .statusCode())
                .isEqualTo(204);
        assertThat(client.get(GRAPH, "Accept", "application/n-triples").body()).contains("four");
        assertThat(send("DELETE", GRAPH, "text/turtle", "").statusCode()).isEqualTo(204);
        assertThat(send("DELETE", GRAPH, "text/turtle", "").statusCode()).isEqualTo(404);
        assertThat(count()).isEqualTo("0");
    }

    @Test
    void theDefaultGraphIsAlwaysThere() throws Exception {
        assertThat(client.get("/graphs?default", "Accept", "text/turtle").statusCode())
                .isEqualTo(200);
        assertThat(
                        send("PUT", "/graphs?default", "text/turtle", "<urn:a> <urn:b> <urn:c> .")
                                .statusCode())
                .isEqualTo(204);
        assertThat(count()).isEqualTo("1");
    }

    @Test
    void quadsGoWhereTheySay() throws Exception {
        assertThat(
                        send(
                                        "POST",
                                        "/graphs",
                                        "application/trig",
                                        "<urn:a> <urn:b> <urn:c> . GRAPH <urn:g> { <urn:a> <urn:b>"
                                                + " <urn:d> }")
                                .statusCode())
                .isEqualTo(204);
        assertThat(client.get("/graphs", "Accept", "application/n-quads").body())
                .contains("<urn:d> <urn:g>");
        assertThat(
                        send(
                                        "PUT",
                                        GRAPH,
                                        "application/trig",
                                        "GRAPH <urn:g> { <urn:a> <urn:b> <urn:d> }")
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void brokenDataAreToldWithTheirPlaceAndChangeNothing() throws Exception {
        var response =
                send("PUT", GRAPH, "text/turtle", "<urn:a> <urn:b> 1 .\n<urn:a> no:prefix 2 .\n");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"line\":2");
        assertThat(send("PUT", GRAPH, "image/png", "x").statusCode()).isEqualTo(415);
        assertThat(count()).isEqualTo("0");
    }

    @Test
    void aQuestionWithoutGraphSeesAllGraphsOrTheStoredOneAsSet() throws Exception {
        update(
                "INSERT DATA { <urn:a> <urn:b> 1 . GRAPH <urn:g> { <urn:a> <urn:b> 1 , 2 } GRAPH"
                        + " <urn:h> { <urn:a> <urn:b> 2 , 3 } }");
        assertThat(count()).isEqualTo("3");
        server.close();
        server =
                TestServer.writable(
                        directory.resolve("db"), Map.of(Setting.DEFAULT_GRAPH, "stored"));
        client = server.client();
        assertThat(count()).isEqualTo("1");
    }
}
