package org.modelgraph.http.reconcile;

import com.fasterxml.jackson.databind.JsonNode;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.modelgraph.browse.Labels;
import org.modelgraph.browse.Names;
import org.modelgraph.sparql.Prefixes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of properties for columns of a table (§7 of the specification). */
record Extension(Graph graph, Names names, String language) {
    private static final int MOST_IDS = 1000;
    private static final int MOST_PROPERTIES = 50;

    private record Column(String id, Node property, int limit, boolean iris) {}

    /** The answer to what is in the parameter {@code extend}. */
    Map<String, Object> answer(JsonNode asked) {
        if (!asked.path("ids").isArray() || !asked.path("properties").isArray())
            throw Asked.wrong("The parameter extend has no lists ids and properties.");
        if (asked.path("ids").size() > MOST_IDS
                || asked.path("properties").size() > MOST_PROPERTIES)
            throw Asked.wrong(
                    "At most " + MOST_IDS + " ids and " + MOST_PROPERTIES + " properties at once.");
        var columns = new ArrayList<Column>();
        for (var property : asked.path("properties")) columns.add(column(property));
        var rows = new LinkedHashMap<String, Object>();
        for (var id : asked.path("ids")) {
            var node = NodeFactory.createURI(Identifier.iri(id.asText()));
            var row = new LinkedHashMap<String, Object>();
            for (var column : columns) row.put(column.id(), values(node, column));
            rows.put(id.asText(), row);
        }
        return Map.of("meta", columns.stream().map(this::meta).toList(), "rows", rows);
    }

    private static Column column(JsonNode property) {
        var id = property.isTextual() ? property.asText() : property.path("id").asText("");
        if (id.isBlank()) throw Asked.wrong("A property has no id.");
        var settings = property.path("settings");
        return new Column(
                id,
                NodeFactory.createURI(Identifier.iri(id)),
                Math.max(0, settings.path("limit").asInt(0)),
                settings.path("content").asText("").equals("iri"));
    }

    private Map<String, Object> meta(Column column) {
        var meta = new LinkedHashMap<String, Object>();
        meta.put("id", column.id());
        meta.put("name", names.of(column.property().getURI(), language).label());
        graph.find(column.property(), RDFS.range.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(r -> r.isURI() && !r.getURI().startsWith(Prefixes.map().get("xsd")))
                .nextOptional()
                .ifPresent(r -> meta.put("type", Manifest.type(r.getURI(), names, language)));
        return meta;
    }

    private List<Map<String, Object>> values(Node thing, Column column) {
        var all =
                graph.find(thing, column.property(), Node.ANY).mapWith(Triple::getObject).toList();
        var language = bestLanguage(all);
        return all.stream()
                .filter(o -> !o.isBlank())
                .filter(o ->
                        !o.isLiteral()
                                || o.getLiteralLanguage().equals(language)
                                || o.getLiteralLanguage().isEmpty())
                .distinct()
                .sorted(Comparator.comparing(Node::toString))
                .limit(column.limit() == 0 ? Long.MAX_VALUE : column.limit())
                .map(o -> value(o, column))
                .toList();
    }

    /** Of a text in several languages only the one nearest to the reader's is wanted. */
    private String bestLanguage(List<Node> all) {
        return all.stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLanguage)
                .filter(l -> !l.isEmpty())
                .min(Comparator.comparingInt(l -> Labels.rank(l, language)))
                .orElse("");
    }

    private Map<String, Object> value(Node node, Column column) {
        if (node.isLiteral()) return literal(node);
        if (!node.isURI()) return Map.of("str", node.toString());
        var iri = node.getURI();
        if (column.iris() || !names.knows(iri)) return Map.of("str", iri);
        return Map.of("id", Identifier.ofThing(iri), "name", names.of(iri, language).label());
    }

    private static Map<String, Object> literal(Node literal) {
        var text = literal.getLiteralLexicalForm();
        var type = literal.getLiteralDatatypeURI().replaceFirst("^.*#", "");
        return switch (type) {
            case "integer", "int", "long", "nonNegativeInteger", "positiveInteger" ->
                    text.matches("-?\\d{1,18}")
                            ? Map.of("int", Long.parseLong(text))
                            : Map.of("str", text);
            case "decimal", "double", "float" ->
                    text.matches("[+-]?\\d{1,18}(\\.\\d{1,18})?([eE][+-]?\\d{1,2})?")
                            ? Map.of("float", Double.valueOf(text))
                            : Map.of("str", text);
            case "date" ->
                    text.matches("\\d{4}-\\d\\d-\\d\\d")
                            ? Map.of("date", text + "T00:00:00")
                            : Map.of("str", text);
            default -> Map.of("str", text);
        };
    }
}
