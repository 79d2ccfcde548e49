package org.modelgraph.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modelgraph.protocol.Client;

import java.net.http.HttpResponse;

/** What holds over every remote store. */
abstract class RemoteContract {
    private static final String GRAPH = "/graphs?graph=urn:g";
    private static final String ROWS = "SELECT ?s ?o { GRAPH <urn:g> { ?s <urn:p> ?o } }";

    abstract Engine engine();

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
        assertThat(gateway().client().get(GRAPH, "Accept", "application/n-triples").body())
                .contains("urn:c");
        assertThat(gateway().writer().delete(GRAPH).statusCode()).isEqualTo(204);
        assertThat(gateway().client().get(GRAPH).statusCode()).isEqualTo(engine().absentGraph());
    }

    @Test
    void whatEnginesDifferInIsAsTheTableSays() throws Exception {
        assertThat(gateway().writer().delete(GRAPH).statusCode()).isIn(204, 404);
        var made = gateway().writer().put(GRAPH, "<urn:a> <urn:p> 01 .");
        assertThat(made.statusCode()).isEqualTo(engine().newGraph());
        assertThat(gateway().client().get(GRAPH, "Accept", "application/n-triples").body())
                .contains("\"" + engine().leadingZero() + "\"^^");
        assertThat(gateway().probe().features())
                .containsEntry("tripleTerms", engine().hasTripleTerms())
                .containsEntry("tsv", engine().hasTsv());
    }

    @Test
    void textsComeBackAsTheyWereSent() throws Exception {
        var texts = "<urn:a> <urn:p> \"模型 \\\"é\\\" \\\\ \\n 😀\"@zh , 1.5 , true .";
        assertThat(gateway().writer().put(GRAPH, texts).statusCode()).isIn(201, 204);
        var rows =
                gateway()
                        .client()
                        .ask(
                                "SELECT ?o { GRAPH <urn:g> { ?s ?p ?o FILTER(LANG(?o) = 'zh') } }",
                                "Accept",
                                "text/tab-separated-values");
        assertThat(rows.body()).contains("\"模型 \\\"é\\\" \\\\ \\n 😀\"@zh");
    }

    @Test
    void questionsOfTheCatalogueAreAnswered() throws Exception {
        fill();
        assertThat(gateway().client().get("/api/queries").body())
                .contains("\"id\":\"test/values\"");
        assertThat(gateway().client().get("/api/openapi.json").statusCode()).isEqualTo(200);
        assertThat(gateway().client().get("/api/queries/test/values.csv").body().lines())
                .containsExactly("thing,value", "urn:a,1", "urn:a,x");
        var part = gateway().client().get("/api/queries/test/values.json?thing=urn:a&limit=1");
        assertThat(part.headers().firstValue("Link").orElse("")).contains("offset=1");
        assertThat(part.headers().firstValue("ETag")).isEmpty();
        assertThat(gateway().client().get("/api/queries/none").statusCode()).isEqualTo(404);
        assertThat(gateway().client().get("/queries/test/values").statusCode()).isEqualTo(501);
    }

    @Test
    void aThingIsDescribedAsData() throws Exception {
        var thing = "https://w3id.org/modelgraph/model/m";
        var made =
                gateway()
                        .writer()
                        .put(
                                GRAPH,
                                "<%s> <urn:p> [ <urn:q> [ <urn:q> 'deep' ] ] . <urn:b> <urn:k> <%s> ."
                                        .formatted(thing, thing));
        assertThat(made.statusCode()).isIn(201, 204);
        var client = gateway().client();
        var nt = "application/n-triples";
        assertThat(client.get("/model/m", "Accept", nt).body().lines()).hasSize(4);
        assertThat(client.get("/data/model/m.nt").body().lines()).hasSize(4);
        assertThat(client.get("/describe?iri=urn:b", "Accept", nt).body().lines()).hasSize(1);
        var id = client.get("/id/model/m", "Accept", "text/turtle");
        assertThat(id.statusCode()).isEqualTo(303);
        assertThat(id.headers().firstValue("Location").orElse("")).endsWith("/data/model/m.ttl");
        assertThat(client.get("/model/none").statusCode()).isEqualTo(404);
        assertThat(client.get("/describe?iri=urn:%3E%20x").statusCode()).isEqualTo(400);
    }

    @Test
    void aWriteIsWrittenDownBeforeItIsHandedOn() throws Exception {
        fill();
        var refused = gateway().client().post("/update", "application/sparql-update", "CLEAR ALL");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(gateway().audit().lines())
                .anyMatch(l -> l.contains("\"sent\"") && l.contains("PUT /graphs"))
                .anyMatch(l -> l.contains("\"refused\"") && l.contains("POST /update"));
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
