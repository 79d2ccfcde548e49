package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What the editor of queries asks, and queries that are shared and stopped. */
class WorkbenchTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "PREFIX mg: <https://w3id.org/modelgraph/ns/>\n";

    /** Takes far longer than any test waits, and gives nothing before its end. */
    private static final String ENDLESS =
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c = ?f && ?f = ?i) }";

    private final Client client = TestServer.bundled().client();

    private JsonNode post(String path, String body) throws Exception {
        var answer = client.post(path, "text/plain", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Nested
    class Completion {
        private List<JsonNode> at(String text, String language) throws Exception {
            var asked = Map.of("text", text.replace("|", ""), "offset", text.indexOf('|'));
            var answer = post("/api/complete?lang=" + language, JSON.writeValueAsString(asked));
            return answer.get("items").valueStream().toList();
        }

        @Test
        void aPropertyIsFoundByItsLabelWithItsCount() throws Exception {
            var first = at(PREFIX + "SELECT * { ?m a mg:Model ; devel| }", "en").getFirst();

            assertThat(first.get("text").asText()).isEqualTo("mg:developedBy");
            assertThat(first.get("near").asBoolean()).isTrue();
            assertThat(first.get("count").asInt()).isGreaterThan(10);
            assertThat(first.has("prefix")).isFalse();
        }

        @Test
        void aChineseLabelFindsTheSame() throws Exception {
            assertThat(at("SELECT * { ?m 开发| }", "zh"))
                    .extracting(i -> i.get("text").asText())
                    .contains("mg:developedBy");
        }

        @Test
        void afterAComesAClassAndThePrefixThatItNeeds() throws Exception {
            var first = at("SELECT * { ?m a Model| }", "en").getFirst();

            assertThat(first.get("text").asText()).isEqualTo("mg:Model");
            assertThat(first.get("prefix").get(1).asText())
                    .isEqualTo("https://w3id.org/modelgraph/ns/");
        }

        @Test
        void anObjectIsAThingThatThePropertyLeadsTo() throws Exception {
            assertThat(at(PREFIX + "SELECT * { ?m mg:developedBy OpenA| }", "en"))
                    .extracting(i -> i.get("text").asText())
                    .containsExactly("org:openai");
        }

        @Test
        void whatIsNotInTheDataIsNotSuggested() throws Exception {
            assertThat(at(PREFIX + "SELECT * { ?m mg:zzz| }", "en")).isEmpty();
        }
    }

    @Nested
    class Diagnoses {
        private JsonNode of(String query) throws Exception {
            return post("/api/lint", query).get("diagnoses");
        }

        @Test
        void aQueryInOrderHasNone() throws Exception {
            assertThat(of(PREFIX + "SELECT * { ?m a mg:Model }")).isEmpty();
        }

        @Test
        void anErrorHasItsPlaceAndAWayOut() throws Exception {
            var error = of("SELECT *\nWHER { ?s ?p ?o }").get(0);

            assertThat(error.get("severity").asText()).isEqualTo("error");
            assertThat(error.get("line").asInt()).isEqualTo(2);
            assertThat(error.get("column").asInt()).isEqualTo(1);
            assertThat(error.get("length").asInt()).isEqualTo(4);
            assertThat(error.get("hint").asText()).contains("WHERE");
        }

        @Test
        void anUnknownTermIsAWarningAtItsPlaceWithTheNameThatIsMeant() throws Exception {
            var warning = of(PREFIX + "SELECT * {\n  ?m mg:developdBy ?d }").get(0);

            assertThat(warning.get("severity").asText()).isEqualTo("warning");
            assertThat(warning.get("line").asInt()).isEqualTo(3);
            assertThat(warning.get("column").asInt()).isEqualTo(6);
            assertThat(warning.get("length").asInt()).isEqualTo("mg:developdBy".length());
            assertThat(warning.get("message").asText()).contains("mg:developedBy");
        }
    }

    @Nested
    class Explanation {
        @Test
        void eachStepIsToldInWordsWithItsCost() throws Exception {
            var query =
                    PREFIX
                            + "SELECT ?d (COUNT(?m) AS ?n) { ?m a mg:Model ; mg:developedBy ?d"
                            + " FILTER(?d != mg:x) } GROUP BY ?d ORDER BY ?n LIMIT 3";
            var steps = post("/api/explain?lang=en", query).get("steps");

            assertThat(steps.valueStream().map(s -> s.get("action").asText()))
                    .contains("columns", "group", "filter", "pattern");
            assertThat(
                            steps.valueStream()
                                    .filter(s -> s.get("detail").asText().contains("developedBy"))
                                    .map(s -> s.get("statements").asInt()))
                    .isNotEmpty()
                    .allMatch(n -> n > 10);
        }

        @Test
        void allFormsOfQueriesHaveOneInChineseToo() throws Exception {
            for (var query :
                    List.of(
                            "ASK { ?s ?p ?o }",
                            "DESCRIBE <https://w3id.org/modelgraph/model/gpt-4>",
                            "CONSTRUCT { ?s ?p 1 } WHERE { { ?s ?p ?o } UNION { ?s ?p/?q ?o }"
                                            .replace("?p/?q", "<http://a>/<http://b>*")
                                    + " MINUS { ?s a ?t } OPTIONAL { GRAPH ?g { ?s ?x ?y } } }",
                            "SELECT * { VALUES ?s { 1 2 } BIND(?s + 1 AS ?t) }"))
                assertThat(post("/api/explain?lang=zh", query).get("steps")).isNotNull();
        }
    }

    @Nested
    class SharedQueries {
        private static final String QUERY = PREFIX + "SELECT ?m { ?m a mg:Model } LIMIT 3";

        private String keep(String query) throws Exception {
            var answer = client.post("/q", "application/sparql-query", query);
            assertThat(answer.statusCode()).isEqualTo(201);
            return JSON.readTree(answer.body()).get("hash").asText();
        }

        @Test
        void theSameQueryHasTheSameAddress() throws Exception {
            assertThat(keep(QUERY)).isEqualTo(keep(QUERY));
        }

        @Test
        void theAddressGivesRowsATextOrAPage() throws Exception {
            var path = "/q/" + keep(QUERY);

            assertThat(client.get(path + ".csv").body().lines()).hasSize(4);
            assertThat(client.get(path, "Accept", "application/sparql-results+json").body())
                    .contains("bindings");
            assertThat(client.get(path, "Accept", "application/sparql-query").body())
                    .isEqualTo(QUERY);
            assertThat(client.get(path + ".rq").body()).isEqualTo(QUERY);
            assertThat(client.get(path, "Accept", "text/html").body())
                    .contains("<textarea", "<tbody>");
        }

        @Test
        void whatCouldNotRunIsNotKept() throws Exception {
            assertThat(client.post("/q", "text/plain", "SELEC").statusCode()).isEqualTo(400);
            assertThat(
                            client.post("/q", "text/plain", "SELECT * { SERVICE <http://a/> {} }")
                                    .statusCode())
                    .isEqualTo(400);
        }

        @Test
        void anAddressThatIsNotThereSaysSo() throws Exception {
            assertThat(client.get("/q/0123456789abcdef").statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class Stopping {
        private int stop(String name) throws Exception {
            return client.send(client.to("/api/runs/" + name).DELETE()).statusCode();
        }

        @Test
        void aRunningQueryIsStoppedOnTheServer() throws Exception {
            var name = UUID.randomUUID().toString();
            var answer =
                    CompletableFuture.supplyAsync(() -> {
                        try {
                            return client.send(
                                    client.to("/sparql?run=" + name)
                                            .header("Content-Type", "application/sparql-query")
                                            .POST(HttpRequest.BodyPublishers.ofString(ENDLESS)));
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    });

            Awaitility.await().until(() -> stop(name) == 204);
            var problem = JSON.readTree(answer.get().body());

            assertThat(answer.get().statusCode()).isEqualTo(503);
            assertThat(problem.get("type").asText()).endsWith("/stopped");
            Awaitility.await().until(() -> stop(name) == 404);
        }

        @Test
        void aNameThatCouldBeGuessedIsRefused() throws Exception {
            assertThat(client.get("/sparql?run=1&query=ASK%7B%7D").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void labelsComeInTheAskedLanguage() throws Exception {
        var iri = "https://w3id.org/modelgraph/limitation/hallucination";
        var labels =
                post("/api/labels?lang=zh", JSON.writeValueAsString(Map.of("iris", List.of(iri))));

        assertThat(labels.at("/labels").get(iri).get("label").asText()).contains("幻觉");
        assertThat(labels.at("/labels").get(iri).get("page").asText())
                .isEqualTo("/limitation/hallucination?lang=zh");
    }

    @Test
    void theKnownPrefixesAreGiven() throws Exception {
        assertThat(client.get("/api/prefixes").body())
                .contains("\"mg\":\"https://w3id.org/modelgraph/ns/\"");
    }
}
