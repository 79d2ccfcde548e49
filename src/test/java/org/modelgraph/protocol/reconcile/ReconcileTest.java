package org.modelgraph.protocol.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.modelgraph.protocol.Client;
import org.modelgraph.protocol.TestServer;

/** The Reconciliation Service API 0.2, and what OpenRefine sends. */
class ReconcileTest {
    private static final String FORM = "application/x-www-form-urlencoded;charset=UTF-8";

    private final Client client = TestServer.bundled().client();

    private JsonNode get(String path) throws Exception {
        var response = client.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    private JsonNode post(String path, String parameter, String json) throws Exception {
        var response = client.post(path, FORM, parameter + "=" + Client.encoded(json));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        return new ObjectMapper().readTree(response.body());
    }

    private JsonNode match(String json) throws Exception {
        var answer = post("/reconcile", "queries", json);
        Schemas.hold(new ObjectMapper().readTree(json), "reconciliation-query-batch");
        Schemas.hold(answer, "reconciliation-result-batch");
        return answer;
    }

    @Test
    void theManifestIsOneOfTheCommunityGroup() throws Exception {
        var manifest = get("/reconcile");
        Schemas.hold(manifest, "manifest");
        assertThat(manifest.path("identifierSpace").asText())
                .isEqualTo("https://w3id.org/modelgraph/");
        assertThat(manifest.path("versions").toString()).isEqualTo("[\"0.1\",\"0.2\"]");
        assertThat(manifest.path("defaultTypes").toString()).contains("mg:Model");
        assertThat(get("/reconcile/zh").path("name").asText()).contains("人工智能");
    }

    @Test
    void aBatchOfOpenRefineIsAnswered() throws Exception {
        var answer =
                match(
                        "{\"q0\":{\"query\":\"GPT-4\",\"type\":\"mg:Model\","
                                + "\"type_strict\":\"should\",\"limit\":3},"
                                + "\"q1\":{\"query\":\"幻觉\"},"
                                + "\"q2\":{\"query\":\"halucination\",\"type\":\"mg:Limitation\"},"
                                + "\"q3\":{\"query\":\"GPT-4\",\"type\":\"mg:Nothing\"}}");
        var exact = answer.at("/q0/result/0");
        assertThat(exact.path("id").asText()).isEqualTo("model/gpt-4");
        assertThat(exact.path("match").asBoolean()).isTrue();
        assertThat(exact.path("score").asDouble()).isEqualTo(100);
        assertThat(exact.path("features").findValuesAsText("id"))
                .containsExactly("name", "exact", "numbers");
        assertThat(answer.at("/q1/result/0/id").asText()).isEqualTo("limitation/hallucination");
        assertThat(answer.at("/q2/result/0/id").asText()).isEqualTo("limitation/hallucination");
        assertThat(answer.at("/q2/result/0/match").asBoolean()).isFalse();
        assertThat(answer.at("/q3/result")).isEmpty();
    }

    @Test
    void propertiesSpeakForACandidateOrAgainstIt() throws Exception {
        var answer =
                match(
                        "{\"right\":{\"query\":\"GPT-4\",\"type\":\"mg:Model\",\"properties\":"
                            + "[{\"pid\":\"mg:developedBy\",\"v\":\"OpenAI\"}]},"
                            + "\"wrong\":{\"query\":\"GPT-4\",\"type\":\"mg:Model\",\"properties\":"
                            + "[{\"pid\":\"mg:developedBy\",\"v\":[\"Google\",{\"id\":\"organization/meta\"}]}]},"
                            + "\"alone\":{\"type\":\"mg:Model\",\"properties\":"
                            + "[{\"pid\":\"mg:developedBy\",\"v\":{\"id\":\"organization/openai\"}}]}}");
        assertThat(answer.at("/right/result/0/match").asBoolean()).isTrue();
        assertThat(answer.at("/wrong/result/0/match").asBoolean()).isFalse();
        assertThat(answer.at("/wrong/result/0/score").asDouble()).isLessThan(80);
        assertThat(answer.at("/right/result/0/features").findValuesAsText("id"))
                .contains("property:mg:developedBy");
        assertThat(answer.at("/alone/result").size()).isEqualTo(5);
    }

    @Test
    void theOlderFormsAreUnderstood() throws Exception {
        assertThat(get("/reconcile?query=GPT-4&type=model").at("/result/0/id").asText())
                .isEqualTo("model/gpt-4");
        var queries = Client.encoded("{\"a\":{\"query\":\"GPT-4\"}}");
        assertThat(get("/reconcile?queries=" + queries).has("a")).isTrue();
        var script = client.get("/reconcile?callback=jsonp_1");
        assertThat(script.body()).startsWith("/**/jsonp_1({").endsWith("});");
        assertThat(script.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/javascript");
        assertThat(client.get("/reconcile?callback=alert(1)//").statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsBrokenIsRefused() throws Exception {
        for (var broken : new String[] {"[]", "{", "{\"q\":5}", "{\"q\":{\"limit\":3}}"})
            assertThat(
                            client.post("/reconcile", FORM, "queries=" + Client.encoded(broken))
                                    .statusCode())
                    .as(broken)
                    .isEqualTo(400);
        assertThat(client.post("/reconcile", "text/plain", "x").statusCode()).isEqualTo(415);
    }

    @Test
    void thingsClassesAndPropertiesAreSuggested() throws Exception {
        var things = get("/reconcile/suggest/entity?prefix=halluc");
        Schemas.hold(things, "suggest-entities-response");
        assertThat(things.at("/result/0/id").asText()).isEqualTo("limitation/hallucination");
        var types = get("/reconcile/suggest/type?prefix=model");
        Schemas.hold(types, "suggest-types-response");
        assertThat(types.path("result").findValuesAsText("id")).contains("mg:Model");
        var properties = get("/reconcile/suggest/property?prefix=developed");
        Schemas.hold(properties, "suggest-properties-response");
        assertThat(properties.path("result").findValuesAsText("id")).contains("mg:developedBy");
        assertThat(get("/reconcile/flyout/entity?id=model/gpt-4").path("html").asText())
                .contains("GPT-4");
    }

    @Test
    void aPreviewCanBeFramedAndRunsNothing() throws Exception {
        var preview = client.get("/reconcile/preview?id=model/gpt-4");
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("GPT-4").doesNotContain("<script");
        assertThat(preview.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors *", "sandbox");
        assertThat(client.get("/reconcile/preview?id=model/none").statusCode()).isEqualTo(404);
    }

    @Test
    void columnsAreFilledWithValues() throws Exception {
        var proposed = get("/reconcile/properties?type=mg:Model&limit=10");
        Schemas.hold(proposed, "data-extension-property-proposal");
        assertThat(proposed.path("properties").findValuesAsText("id")).contains("mg:developedBy");
        var extended =
                post(
                        "/reconcile",
                        "extend",
                        "{\"ids\":[\"model/gpt-4\",\"model/none\"],\"properties\":"
                                + "[{\"id\":\"mg:developedBy\"},{\"id\":\"rdfs:label\"},"
                                + "{\"id\":\"mg:hasLimitation\",\"settings\":{\"limit\":\"2\"}}]}");
        Schemas.hold(extended, "data-extension-response");
        assertThat(extended.at("/rows/model~1gpt-4/mg:developedBy/0/id").asText())
                .isEqualTo("organization/openai");
        assertThat(extended.at("/rows/model~1gpt-4/rdfs:label/0/str").asText()).isEqualTo("GPT-4");
        assertThat(extended.at("/rows/model~1gpt-4/mg:hasLimitation")).hasSize(2);
        assertThat(extended.at("/rows/model~1none/mg:developedBy")).isEmpty();
    }
}
