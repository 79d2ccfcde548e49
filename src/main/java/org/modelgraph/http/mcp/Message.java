package org.modelgraph.http.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A message of JSON-RPC 2.0, as the protocol narrows it: an id is a text or a whole number. */
sealed interface Message {
    /** A message that wants an answer. */
    record Request(JsonNode id, String method, ObjectNode params) implements Message {}

    /** A message that wants none: a notification, or the answer of a client. */
    record Notice() implements Message {}

    /**
     * Reads a message.
     *
     * @throws Fault where it is none
     */
    static Message of(JsonNode node) {
        if (!node.isObject() || !node.path("jsonrpc").asText().equals("2.0"))
            throw invalid("A message is an object with \"jsonrpc\": \"2.0\".");
        if (node.has("result") || node.has("error")) return new Notice();
        if (!node.path("method").isTextual()) throw invalid("The message names no method.");
        if (!node.has("id")) return new Notice();
        var id = node.get("id");
        if (!id.isTextual() && !id.isIntegralNumber())
            throw invalid("The id is no text and no whole number.");
        var params = node.path("params");
        if (!params.isMissingNode() && !params.isObject())
            throw new Fault(Fault.Code.INVALID_PARAMS, "The params are no object.");
        return new Request(
                id,
                node.get("method").asText(),
                params instanceof ObjectNode object
                        ? object
                        : JsonNodeFactory.instance.objectNode());
    }

    private static Fault invalid(String message) {
        return new Fault(Fault.Code.INVALID_REQUEST, message);
    }

    /** The id of what may be a message; null, as JSON has it, where there is none. */
    static JsonNode idOf(JsonNode node) {
        var id = node.path("id");
        return id.isTextual() || id.isIntegralNumber() ? id : JsonNodeFactory.instance.nullNode();
    }

    /** The answer to a request. */
    static ObjectNode result(JsonNode id, JsonNode result) {
        var answer = head(id);
        answer.set("result", result);
        return answer;
    }

    /** The answer to what can't be done. */
    static ObjectNode error(JsonNode id, Fault fault) {
        var answer = head(id);
        answer.putObject("error")
                .put("code", fault.code().number())
                .put("message", fault.message());
        return answer;
    }

    private static ObjectNode head(JsonNode id) {
        var answer = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        answer.set("id", id);
        return answer;
    }
}
