package org.modelgraph.browse;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All statements of one property at a time, each once however many graphs make it: to fill an index
 * in one pass instead of asking thing by thing.
 */
final class Scan {
    private final DatasetGraph dataset;
    private final Map<Node, Map<String, Set<Node>>> forward = new HashMap<>();
    private final Map<Node, Map<String, List<String>>> backward = new HashMap<>();
    private final Set<Triple> asked = new HashSet<>();

    /** A scan of a dataset inside its transaction. */
    Scan(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    /** The objects of a property by the IRI of their subject. */
    Map<String, Set<Node>> objects(Node property) {
        return forward.computeIfAbsent(property, this::read);
    }

    private Map<String, Set<Node>> read(Node property) {
        var objects = new LinkedHashMap<String, Set<Node>>();
        dataset.find(Node.ANY, Node.ANY, property, Node.ANY)
                .forEachRemaining(q -> {
                    if (q.getSubject().isURI())
                        objects.computeIfAbsent(q.getSubject().getURI(), _ -> new LinkedHashSet<>())
                                .add(q.getObject());
                });
        return objects;
    }

    /** The IRIs of the subjects of a property by the IRI of their object. */
    Map<String, List<String>> subjects(Node property) {
        return backward.computeIfAbsent(property, this::turn);
    }

    private Map<String, List<String>> turn(Node property) {
        var subjects = new LinkedHashMap<String, List<String>>();
        objects(property)
                .forEach((subject, objects) ->
                        objects.stream()
                                .filter(Node::isURI)
                                .forEach(o ->
                                        subjects.computeIfAbsent(o.getURI(), _ -> new ArrayList<>())
                                                .add(subject)));
        return subjects;
    }

    /** The IRIs and the texts of literals that a property gives for a subject. */
    List<String> values(String subject, Node property) {
        return objects(property).getOrDefault(subject, Set.of()).stream()
                .filter(o -> !o.isBlank())
                .map(o -> o.isURI() ? o.getURI() : o.getLiteralLexicalForm())
                .toList();
    }

    /** The subjects of one property and one object. */
    List<String> subjects(Node property, Node object) {
        var subjects = new LinkedHashSet<String>();
        asked.add(Triple.create(Node.ANY, property, object));
        dataset.find(Node.ANY, Node.ANY, property, object)
                .forEachRemaining(q -> {
                    if (q.getSubject().isURI()) subjects.add(q.getSubject().getURI());
                });
        return List.copyOf(subjects);
    }

    /** What was read so far, as patterns: a change that matches none of them changes no answer. */
    Reach reach() {
        return new Reach(Set.copyOf(forward.keySet()), Set.copyOf(asked));
    }

    /**
     * What a scan has read.
     *
     * @param properties the properties that were read whole
     * @param patterns other triples, by property and object
     */
    record Reach(Set<Node> properties, Set<Triple> patterns) {
        boolean holds(Quad quad) {
            return properties.contains(quad.getPredicate())
                    || patterns.contains(
                            Triple.create(Node.ANY, quad.getPredicate(), quad.getObject()));
        }
    }
}
