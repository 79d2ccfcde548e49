package org.modelgraph.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modelgraph.protocol.Client;

import java.net.http.HttpResponse;

/** What holds over every remote store. */
abstract class RemoteContract {
    private static final String GRAPH = "/graphs?graph=urn:g";
    private static final String ROWS = "SELECT ?s ?o { GRAPH <urn:g> { ?s <urn:p> ?o } }";

    abstract Gateway gateway();

    /** The store itself. */
    abstract Client direct();

    /** The path of its query operation. */
    abstract String queryPath();

    private HttpResponse<String> update(String text, String... headers) throws Exception {
        return gateway()
                .writer()
                .send("POST", "/update", "application/sparql-update", text, headers);
    }

    private void fill() throws Exception {
        assertThat(
                        gateway()
                                .writer()
                                .put(GRAPH, "<urn:a> <urn:p> 1 , 'x' . [] <urn:p> 2 .")
                                .statusCode())
                .isIn(201, 204);
    }

    @Test
    void answersPassAsTheStoreSendsThem() throws Exception {
        fill();
        for (var type :
                new String[] {
                    "application/sparql-results+json", "application/sparql-results+xml", "text/csv"
                }) {
            var query = ROWS + " ORDER BY ?o LIMIT 1";
            var here = gateway().client().ask(query, "Accept", type);
            var there =
                    direct().get(queryPath() + "?query=" + Client.encoded(query), "Accept", type);
            assertThat(here.statusCode()).as(here.body()).isEqualTo(200);
            assertThat(here.body()).isEqualTo(there.body());
            assertThat(here.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        }
    }

    @Test
    void questionsOfAllFormsAreAnswered() throws Exception {
        fill();
        assertThat(gateway().client().ask("ASK { GRAPH ?g { <urn:a> ?p ?o } }").body())
                .contains("true");
        assertThat(
                        gateway()
                                .client()
                                .ask(
                                        "CONSTRUCT { ?s <urn:q> ?o } { GRAPH <urn:g> { ?s <urn:p>"
                                                + " ?o } }",
                                        "Accept",
                                        "application/n-triples")
                                .body()
                                .lines())
                .hasSize(3);
        assertThat(
                        gateway()
                                .client()
                                .post("/sparql", "application/sparql-query", ROWS)
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void updatesAndGraphsAreWrittenAndRead() throws Exception {
        fill();
        assertThat(update("INSERT DATA { GRAPH <urn:g> { <urn:b> <urn:p> 3 } }").statusCode())
                .isEqualTo(204);
        var graph = gateway().client().get(GRAPH, "Accept", "application/n-triples");
        assertThat(graph.body().lines()).hasSize(4);
        assertThat(
                        gateway()
                                .writer()
                                .send("POST", GRAPH, "text/turtle", "<urn:c> <urn:p> 4 .")
                                .statusCode())
                .isEqualTo(204);
        assertThat(gateway().client().get(GRAPH, "Accept", "text/turtle").body()).contains("urn:c");
        assertThat(gateway().writer().delete(GRAPH).statusCode()).isEqualTo(204);
        assertThat(gateway().client().get(GRAPH).statusCode()).isEqualTo(404);
    }

    @Test
    void writingNeedsACredential() throws Exception {
        var answer =
                gateway()
                        .client()
                        .post(
                                "/update",
                                "application/sparql-update",
                                "INSERT DATA { <urn:x> <urn:y> 1 }");
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void whatCantBePromisedIsRefused() throws Exception {
        assertThat(update("INSERT DATA { <urn:x> <urn:y> 1 }", "Idempotency-Key", "k").statusCode())
                .isEqualTo(501);
        assertThat(update("INSERT DATA { <urn:x> <urn:y> 1 }", "If-Match", "\"1\"").statusCode())
                .isEqualTo(501);
        assertThat(gateway().client().ask("ASK {}", "X-Min-Version", "a-1").statusCode())
                .isEqualTo(501);
        assertThat(gateway().client().get("/models").statusCode()).isEqualTo(501);
        assertThat(gateway().writer().patch(GRAPH, "application/sparql-update", "").statusCode())
                .isEqualTo(501);
        assertThat(gateway().client().get("/limits").body())
                .contains("\"store\":\"remote\"", "\"conditionalWrites\":\"refused (501)\"");
    }

    @Test
    void whatMayNotRunIsNotHandedOn() throws Exception {
        var service =
                gateway().client().ask("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }");
        assertThat(service.statusCode()).isEqualTo(400);
        assertThat(service.body()).contains("refused-query");
        assertThat(update("LOAD <http://127.0.0.1:1/x>").statusCode()).isEqualTo(400);
        var wrong = gateway().client().ask("SELECT ?x { ?x ?y }");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("\"line\":1");
    }

    @Test
    void theStoreIsTriedAtTheStart() throws Exception {
        assertThat(gateway().probe().features())
                .containsEntry("ask", true)
                .containsEntry("values", true)
                .containsEntry("subqueries", true)
                .containsEntry("paths", true)
                .containsEntry("graphStore", true);
        assertThat(gateway().client().get("/ready").body()).contains("\"store\":\"remote\"");
        assertThat(gateway().client().get("/health").statusCode()).isEqualTo(200);
        assertThat(gateway().client().get("/metrics").statusCode()).isEqualTo(200);
    }
}
