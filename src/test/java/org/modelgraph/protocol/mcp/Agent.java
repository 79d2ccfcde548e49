package org.modelgraph.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.modelgraph.protocol.Client;

import java.net.http.HttpResponse;
import java.util.Map;

/** An agent that speaks the Model Context Protocol in its newest revision, as far as tests need. */
record Agent(Client client) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static JsonNode json(String text) throws Exception {
        return JSON.readTree(text);
    }

    HttpResponse<String> post(String message, String... headers) throws Exception {
        var all = new String[headers.length + 4];
        all[0] = "Accept";
        all[1] = "application/json, text/event-stream";
        all[2] = "MCP-Protocol-Version";
        all[3] = "2025-11-25";
        System.arraycopy(headers, 0, all, 4, headers.length);
        return client.post("/mcp", "application/json", message, all);
    }

    /** The whole answer to a request. */
    JsonNode ask(String method, Object params) throws Exception {
        var message = Map.of("jsonrpc", "2.0", "id", 7, "method", method, "params", params);
        var response = post(JSON.writeValueAsString(message));
        assertThat(response.statusCode()).isEqualTo(200);
        var answer = json(response.body());
        assertThat(answer.path("id").asInt()).isEqualTo(7);
        return answer;
    }

    /** The result of a tool, right or wrong. */
    JsonNode call(String tool, Object arguments) throws Exception {
        return ask("tools/call", Map.of("name", tool, "arguments", arguments)).path("result");
    }

    /** What a tool says. */
    JsonNode told(String tool, Object arguments) throws Exception {
        var result = call(tool, arguments);
        assertThat(result.path("isError").asBoolean()).as(result.toString()).isFalse();
        assertThat(json(result.at("/content/0/text").asText()))
                .isEqualTo(result.path("structuredContent"));
        return result.path("structuredContent");
    }

    /** What a tool says that could not do it. */
    String refused(String tool, Object arguments) throws Exception {
        var result = call(tool, arguments);
        assertThat(result.path("isError").asBoolean()).as(result.toString()).isTrue();
        return result.at("/content/0/text").asText();
    }
}
