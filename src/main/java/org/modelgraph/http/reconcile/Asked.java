package org.modelgraph.http.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.modelgraph.problem.Problem;
import org.modelgraph.reconcile.NameQuery;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what clients ask, and says where in it something is wrong. */
final class Asked {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int USUAL = 5;
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 500;
    private static final int MOST_PROPERTIES = 10;

    private Asked() {}

    /** The JSON of a parameter, which has to be an object. */
    static JsonNode object(String parameter, String text) {
        try {
            var node = JSON.readTree(text);
            if (node.isObject()) return node;
        } catch (JsonProcessingException e) {
            throw wrong("The parameter " + parameter + " is no JSON.").causedBy(e);
        }
        throw wrong("The parameter " + parameter + " is no JSON object.");
    }

    /**
     * One query of a batch; empty where it asks for a class that is unknown here, of which nothing
     * can be meant.
     *
     * @param key its key in the batch, for problems
     */
    static Optional<NameQuery> query(String key, JsonNode given, Types types) {
        var node = given.isTextual() ? JSON.createObjectNode().put("query", given.asText()) : given;
        if (!node.isObject()) throw wrong("The query " + key + " is no object.");
        var name = node.path("query").asText("");
        if (name.length() > LONGEST_NAME)
            throw wrong("The name in " + key + " is longer than " + LONGEST_NAME + " letters.");
        var properties = properties(key, node.path("properties"));
        if (name.isBlank() && properties.isEmpty())
            throw wrong("The query " + key + " has neither a name nor properties.");
        var kinds = new LinkedHashSet<String>();
        var wanted = texts(node.path("type"));
        for (var type : wanted) kinds.addAll(types.kinds(type));
        if (!wanted.isEmpty() && kinds.isEmpty()) return Optional.empty();
        return Optional.of(new NameQuery(name, kinds, limit(key, node.path("limit")), properties));
    }

    private static int limit(String key, JsonNode given) {
        if (given.isMissingNode() || given.isNull()) return USUAL;
        var limit = given.asDouble(-1);
        if (limit < 0) throw wrong("The limit in " + key + " is no number from 0 on.");
        return limit == 0 ? USUAL : (int) Math.min(MOST, Math.ceil(limit));
    }

    private static List<NameQuery.Wanted> properties(String key, JsonNode given) {
        if (given.isMissingNode() || given.isNull()) return List.of();
        if (!given.isArray() || given.size() > MOST_PROPERTIES)
            throw wrong(
                    "The properties in "
                            + key
                            + " are no list of at most "
                            + MOST_PROPERTIES
                            + ".");
        var wanted = new ArrayList<NameQuery.Wanted>();
        for (var property : given) {
            var id = property.path("pid").asText(property.path("p").asText(""));
            if (id.isEmpty()) throw wrong("A property in " + key + " has no pid.");
            wanted.add(
                    new NameQuery.Wanted(
                            NodeFactory.createURI(Identifier.iri(id)), values(property.path("v"))));
        }
        return wanted;
    }

    private static List<Node> values(JsonNode given) {
        var values = new ArrayList<Node>();
        if (given.isArray()) given.forEach(item -> values.addAll(values(item)));
        else if (given.isObject() && given.path("id").isTextual())
            values.add(NodeFactory.createURI(Identifier.iri(given.path("id").asText())));
        else if (given.isValueNode() && !given.isNull() && !given.asText().isBlank())
            values.add(NodeFactory.createLiteralString(given.asText()));
        return values;
    }

    /** Texts: a list of them, or one alone; of objects their ids. */
    static Set<String> texts(JsonNode given) {
        var texts = new LinkedHashSet<String>();
        if (given.isArray()) given.forEach(item -> texts.addAll(texts(item)));
        else if (given.isObject()) texts.addAll(texts(given.path("id")));
        else if (given.isTextual() && !given.asText().isBlank()) texts.add(given.asText().strip());
        return texts;
    }

    static Problem wrong(String what) {
        return Problem.of(Problem.Kind.BAD_REQUEST, what)
                .hint("The how-to for OpenRefine shows requests.");
    }
}
