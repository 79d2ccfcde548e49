package org.modelgraph.http.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * What agents are told of tools, resources and prompts: the file {@code mcp/words.yaml}, in which
 * an object with the members {@code en} and {@code zh} is a text in two languages, and one with the
 * member {@code shared} stands for what the file has under that name.
 */
final class Wording {
    private static final JsonNode ALL = read();

    private Wording() {}

    private static JsonNode read() {
        var name = "/mcp/words.yaml";
        try (var in = Objects.requireNonNull(Wording.class.getResourceAsStream(name), name)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part of the file, such as {@code tools}, in one language. */
    static JsonNode part(String name, String language) {
        return in(language, ALL.path(name));
    }

    /** A text of the file. */
    static String text(String name, String language) {
        return part(name, language).asText().strip();
    }

    private static JsonNode in(String language, JsonNode node) {
        if (node.isArray()) {
            var list = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> list.add(in(language, item)));
            return list;
        }
        if (!(node instanceof ObjectNode object)) return node;
        if (object.size() == 2 && object.has("en") && object.has("zh"))
            return object.path(language.equals("zh") ? "zh" : "en");
        if (object.size() == 1 && object.has("shared"))
            return in(language, ALL.path("shared").path(object.path("shared").asText()));
        var copy = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(e -> copy.set(e.getKey(), in(language, e.getValue())));
        return copy;
    }
}
