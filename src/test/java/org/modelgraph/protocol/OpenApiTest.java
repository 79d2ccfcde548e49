package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import java.util.HashSet;

/** The members that the OpenAPI Specification 3.1.0 requires (§4.8). */
class OpenApiTest {
    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void hasWhatTheSpecificationRequires() throws Exception {
        var client = TestServer.bundled().client();
        var document = json(client.get("/api/openapi.json").body());
        assertThat(document.get("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.at("/info/title").asText()).isNotBlank();
        assertThat(document.at("/info/version").asText()).isNotBlank();
        assertThat(document.at("/servers/0/url").asText()).isEqualTo(client.base());
        var ids = new HashSet<String>();
        var operations = 0;
        for (var path : document.get("paths").properties()) {
            assertThat(path.getKey()).startsWith("/");
            var operation = path.getValue().properties().iterator().next().getValue();
            operations++;
            assertThat(ids.add(operation.get("operationId").asText())).isTrue();
            assertThat(operation.get("responses")).isNotEmpty();
            for (var parameter : operation.path("parameters")) {
                if (parameter.has("$ref")) continue;
                assertThat(parameter.get("name").asText()).isNotBlank();
                assertThat(parameter.get("in").asText()).isEqualTo("query");
                assertThat(parameter.has("schema")).isTrue();
            }
        }
        assertThat(operations).isGreaterThan(30);
        for (var response : document.at("/components/responses"))
            assertThat(response.get("description").asText()).isNotBlank();
    }

    @Test
    void hasNoReferenceThatLeadsNowhere() throws Exception {
        var document = json(TestServer.bundled().client().get("/api/openapi.json").body());
        var references = document.findValuesAsText("$ref");
        assertThat(references).hasSizeGreaterThan(60);
        for (var reference : references)
            assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
}
