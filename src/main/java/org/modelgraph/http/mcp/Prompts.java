package org.modelgraph.http.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What people can have an agent do with the graph, in words that lead it to the sources. */
final class Prompts {
    /** The prompts; their texts come with {@link #get}. */
    ObjectNode list(String language) {
        var answer = JsonNodeFactory.instance.objectNode();
        var list = answer.putArray("prompts");
        Wording.part("prompts", language)
                .forEach(prompt -> {
                    ((ObjectNode) prompt).remove("text");
                    list.add(prompt);
                });
        return answer;
    }

    /**
     * A prompt with its arguments filled in.
     *
     * @throws Fault where there is no such prompt or an argument is missing
     */
    ObjectNode get(ObjectNode params, String language) {
        var name = Conversation.text(params, "name");
        for (var prompt : Wording.part("prompts", language))
            if (prompt.path("name").asText().equals(name))
                return filled(prompt, params.path("arguments"));
        throw new Fault(Fault.Code.INVALID_PARAMS, "There is no prompt " + name + ".");
    }

    private static ObjectNode filled(JsonNode prompt, JsonNode given) {
        var text = prompt.path("text").asText().strip();
        for (var argument : prompt.path("arguments")) {
            var name = argument.path("name").asText();
            var value = given.path(name).asText("").strip();
            if (value.isEmpty() && argument.path("required").asBoolean())
                throw new Fault(Fault.Code.INVALID_PARAMS, "The argument " + name + " is missing.");
            text = text.replace("{" + name + "}", value);
        }
        var answer = JsonNodeFactory.instance.objectNode();
        answer.set("description", prompt.path("description"));
        answer.putArray("messages")
                .addObject()
                .put("role", "user")
                .putObject("content")
                .put("type", "text")
                .put("text", text);
        return answer;
    }
}
