package org.modelgraph.http.mcp;

import com.fasterxml.jackson.databind.JsonNode;

import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Similarity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a tool is called with. What does not fit is told in words from which an agent can learn. */
record Arguments(JsonNode given) {
    /**
     * Passes arguments that a schema knows and that lack nothing.
     *
     * @param schema of which the members {@code properties} and {@code required} are looked at
     */
    void require(JsonNode schema) {
        var known = new ArrayList<String>();
        schema.path("properties").fieldNames().forEachRemaining(known::add);
        given.fieldNames()
                .forEachRemaining(name -> {
                    if (!known.contains(name))
                        throw wrong("There is no argument " + name + ".")
                                .hint(
                                        Similarity.nearest(name, known)
                                                .map(near -> "Did you mean " + near + "?")
                                                .orElse(
                                                        "The arguments are "
                                                                + String.join(", ", known)
                                                                + "."));
                });
        schema.path("required")
                .forEach(name -> {
                    if (given.path(name.asText()).isMissingNode()
                            || given.path(name.asText()).isNull())
                        throw wrong("The argument " + name.asText() + " is missing.");
                });
    }

    private static Problem wrong(String what) {
        return Problem.of(Problem.Kind.BAD_REQUEST, what);
    }

    /** A text; empty where none is given or it is blank. */
    Optional<String> text(String name) {
        var value = given.path(name);
        if (value.isMissingNode() || value.isNull()) return Optional.empty();
        if (!value.isTextual()) throw wrong("The argument " + name + " is no text.");
        return Optional.of(value.asText().strip()).filter(t -> !t.isEmpty());
    }

    /** A text that has to be there. */
    String required(String name) {
        return text(name).orElseThrow(() -> wrong("The argument " + name + " is empty."));
    }

    /** A whole number within bounds. */
    int number(String name, int usual, int least, int most) {
        var value = given.path(name);
        if (value.isMissingNode() || value.isNull()) return usual;
        if (value.isIntegralNumber() && value.asLong() >= least && value.asLong() <= most)
            return value.asInt();
        throw wrong("The argument " + name + " can't be " + value + ".")
                .hint("It is a whole number from " + least + " to " + most + ".");
    }

    /** Texts: a list of them, or one alone. */
    List<String> texts(String name) {
        return texts(name, given.path(name));
    }

    private static List<String> texts(String name, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) return List.of();
        if (value.isValueNode()) return List.of(value.asText().strip());
        if (!value.isArray()) throw wrong("The argument " + name + " is no list of texts.");
        var texts = new ArrayList<String>();
        for (var item : value) {
            if (!item.isValueNode()) throw wrong("The argument " + name + " is no list of texts.");
            texts.add(item.asText().strip());
        }
        return List.copyOf(texts);
    }

    /** An object whose members are texts, or lists of texts. */
    Map<String, List<String>> members(String name) {
        var value = given.path(name);
        var members = new LinkedHashMap<String, List<String>>();
        if (value.isMissingNode() || value.isNull()) return members;
        if (!value.isObject()) throw wrong("The argument " + name + " is no object.");
        value.properties().forEach(e -> members.put(e.getKey(), texts(e.getKey(), e.getValue())));
        return members;
    }
}
