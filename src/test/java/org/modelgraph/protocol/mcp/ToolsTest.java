package org.modelgraph.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.modelgraph.protocol.TestServer;

import java.util.List;
import java.util.Map;

/** What the tools of the Model Context Protocol answer. */
class ToolsTest {
    private static final String BASE = "https://w3id.org/modelgraph/";

    private final Agent agent = new Agent(TestServer.bundled().client());

    private static void hasSources(JsonNode told) {
        assertThat(told.path("sources")).isNotEmpty();
        for (var source : told.path("sources")) {
            assertThat(source.path("iri").asText()).startsWith("http");
            assertThat(source.path("label").asText()).isNotBlank();
            assertThat(source.path("supports")).isNotEmpty();
        }
    }

    @Test
    void searchFindsInBothLanguagesAndMendsTypingErrors() throws Exception {
        var found = agent.told("search_entities", Map.of("query", "hallucination", "limit", 5));
        assertThat(found.at("/results/0/thing/iri").asText())
                .isEqualTo(BASE + "limitation/hallucination");
        assertThat(found.path("results").size()).isLessThanOrEqualTo(5);
        hasSources(found);
        var chinese = agent.told("search_entities", Map.of("query", "幻觉", "language", "zh"));
        assertThat(chinese.at("/results/0/thing/label").asText()).contains("幻觉");
        var mended = agent.told("search_entities", Map.of("query", "halucination"));
        assertThat(mended.path("searched").asText()).isEqualTo("hallucination");
        assertThat(mended.path("results")).isNotEmpty();
    }

    @Test
    void aThingIsDescribedByIriShortFormOrName() throws Exception {
        for (var written : List.of(BASE + "model/gpt-4", "model:gpt-4", "gpt-4", "GPT-4")) {
            var told = agent.told("describe_entity", Map.of("entity", written, "kind", "model"));
            assertThat(told.at("/thing/iri").asText()).isEqualTo(BASE + "model/gpt-4");
            assertThat(told.path("statements")).hasSizeGreaterThan(3);
            assertThat(told.at("/statements/0/values/0/graphs")).isNotEmpty();
            assertThat(told.path("incoming")).isNotEmpty();
            hasSources(told);
        }
        var claims = agent.told("describe_entity", Map.of("entity", "model:gpt-4"));
        assertThat(claims.path("sources").findValuesAsText("quotation")).isNotEmpty();
        assertThat(agent.refused("describe_entity", Map.of("entity", "model:gpt-44")))
                .contains("Did you mean model:gpt-4");
    }

    @Test
    void questionsAreListedAndAnswered() throws Exception {
        var listed = agent.told("list_queries", Map.of("topic", "disclosure"));
        assertThat(listed.path("queries").findValuesAsText("id")).contains("disclosure/withheld");
        assertThat(agent.refused("list_queries", Map.of("topic", "none"))).contains("disclosure");
        var answered =
                agent.told(
                        "run_named_query",
                        Map.of(
                                "id",
                                "model/results",
                                "parameters",
                                Map.of("model", "GPT-4"),
                                "limit",
                                5));
        assertThat(answered.path("rows")).hasSize(5);
        assertThat(answered.path("more").asBoolean()).isTrue();
        assertThat(answered.at("/parameters/model/0").asText()).isEqualTo(BASE + "model/gpt-4");
        assertThat(answered.path("query").asText()).contains("SELECT");
        hasSources(answered);
        assertThat(agent.refused("run_named_query", Map.of("id", "model/result")))
                .contains("Did you mean model/results");
        assertThat(
                        agent.refused(
                                "run_named_query",
                                Map.of("id", "model/results", "parameters", Map.of("modle", "x"))))
                .contains("This question takes model");
    }

    @Test
    void theSchemaHasClassesWithTheirProperties() throws Exception {
        var all = agent.told("get_schema", Map.of());
        assertThat(all.path("classes")).hasSizeGreaterThan(20);
        assertThat(all.at("/prefixes/mg").asText()).isEqualTo(BASE + "ns/");
        var model = agent.told("get_schema", Map.of("classes", List.of("mg:EvaluationResult")));
        assertThat(model.at("/classes/0/members").asInt()).isGreaterThan(1000);
        assertThat(model.at("/classes/0/properties").toString())
                .contains("\"mg:benchmark\"", "\"mg:Benchmark\"");
        hasSources(model);
        assertThat(agent.refused("get_schema", Map.of("classes", List.of("mg:Modle"))))
                .contains("Did you mean mg:Model?");
    }

    @Test
    void examplesComeForAQuestionInEitherLanguage() throws Exception {
        var withheld =
                agent.told(
                        "find_examples",
                        Map.of("question", "What did developers not disclose about GPT-4?"));
        assertThat(withheld.path("examples").findValuesAsText("id")).contains("model/disclosure");
        assertThat(withheld.at("/examples/0/query").asText()).contains("SELECT");
        var mitigated = agent.told("find_examples", Map.of("question", "哪些缓解措施能减少幻觉？", "limit", 8));
        assertThat(mitigated.path("examples").findValuesAsText("id").toString())
                .contains("mitigation");
    }

    @Test
    void sparqlIsCheckedLimitedAndAnswered() throws Exception {
        var prefix = "PREFIX mg: <" + BASE + "ns/> ";
        var rows =
                agent.told(
                        "run_sparql",
                        Map.of(
                                "query",
                                prefix + "SELECT ?c ?m { ?c mg:about ?m ; mg:statedIn ?p }",
                                "limit",
                                3));
        assertThat(rows.path("rows")).hasSize(3);
        assertThat(rows.path("more").asBoolean()).isTrue();
        assertThat(rows.at("/rows/0/c/iri").asText()).startsWith(BASE);
        hasSources(rows);
        assertThat(
                        agent.told("run_sparql", Map.of("query", "ASK { ?s ?p ?o }"))
                                .path("truth")
                                .asBoolean())
                .isTrue();
        var triples =
                agent.told(
                        "run_sparql",
                        Map.of("query", "DESCRIBE <" + BASE + "model/gpt-4>", "limit", 2));
        assertThat(triples.path("triples")).hasSize(2);
    }

    @Test
    void aTermThatDoesNotExistIsToldWithTheOneThatIsMeant() throws Exception {
        var prefix = "PREFIX mg: <" + BASE + "ns/>\n";
        assertThat(
                        agent.refused(
                                "run_sparql",
                                Map.of("query", prefix + "SELECT * { ?m a mg:Modle }")))
                .contains("There is no term mg:Modle; did you mean mg:Model?", "line 2");
        assertThat(agent.refused("run_sparql", Map.of("query", "SELECT * { ?s ?p }")))
                .contains("line 1");
        assertThat(
                        agent.refused(
                                "run_sparql",
                                Map.of(
                                        "query",
                                        "SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }")))
                .contains("SERVICE");
        var empty =
                agent.told(
                        "run_sparql",
                        Map.of("query", "SELECT * { <" + BASE + "model/gpt-44> ?p ?o }"));
        assertThat(empty.path("rows")).isEmpty();
        assertThat(empty.path("notes").toString()).contains("did you mean model:gpt-4");
    }

    @Test
    void modelsAreComparedWithTheClaimsBehindTheCells() throws Exception {
        var compared =
                agent.told("compare_models", Map.of("models", List.of("GPT-4", "model:gpt-3.5")));
        assertThat(compared.path("models")).hasSize(2);
        assertThat(compared.path("sections").findValuesAsText("question"))
                .contains("compare/results");
        assertThat(compared.findValuesAsText("claim")).isNotEmpty();
        assertThat(compared.path("page").asText()).contains("/compare?m=");
        hasSources(compared);
        assertThat(agent.refused("compare_models", Map.of("models", List.of("GPT-4"))))
                .contains("From 2 to 6");
    }

    @Test
    void argumentsThatDoNotFitAreExplained() throws Exception {
        assertThat(agent.refused("search_entities", Map.of("qurey", "x")))
                .contains("Did you mean query?");
        assertThat(agent.refused("search_entities", Map.of())).contains("query is missing");
        assertThat(agent.refused("search_entities", Map.of("query", "x", "limit", 5000)))
                .contains("from 1 to 50");
    }
}
