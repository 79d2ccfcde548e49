package org.modelgraph.workbench;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.modelgraph.graph.Version;
import org.modelgraph.graph.View;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How often classes and properties occur in one state of the store, which properties the members of
 * a class have, and which things a property leads to. Counted in every graph that has the
 * statement; good for any number of threads.
 */
public final class Census {
    /** A larger store is counted up to here, so that counts are the least there are. */
    static final long MOST_QUADS = 3_000_000;

    private static final int MOST_OBJECTS = 20_000;

    private final Version version;
    private final boolean whole;
    private final Map<String, Set<String>> types = new HashMap<>();
    private final Map<String, Integer> classes = new HashMap<>();
    private final Map<String, Integer> properties = new HashMap<>();
    private final Map<String, Map<String, Integer>> byClass = new HashMap<>();
    private final Map<String, Map<String, Integer>> objects = new HashMap<>();

    private Census(View view) {
        version = view.version();
        readTypes(view.dataset());
        whole = readStatements(view.dataset());
        types.clear();
    }

    /** Counts a state of the store, inside of its transaction. */
    public static Census of(View view) {
        return new Census(view);
    }

    private void readTypes(DatasetGraph dataset) {
        var quads = dataset.find(Node.ANY, Node.ANY, RDF.type.asNode(), Node.ANY);
        for (var read = 0L; quads.hasNext() && read < MOST_QUADS; read++) {
            var quad = quads.next();
            if (!quad.getObject().isURI()) continue;
            var isNew =
                    types.computeIfAbsent(name(quad.getSubject()), _ -> new HashSet<>(2))
                            .add(quad.getObject().getURI());
            if (isNew) classes.merge(quad.getObject().getURI(), 1, Integer::sum);
        }
    }

    private boolean readStatements(DatasetGraph dataset) {
        var quads = dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
        for (var read = 0L; read < MOST_QUADS; read++) {
            if (!quads.hasNext()) return true;
            count(quads.next());
        }
        return false;
    }

    private void count(Quad quad) {
        var property = quad.getPredicate().getURI();
        properties.merge(property, 1, Integer::sum);
        for (var type : types.getOrDefault(name(quad.getSubject()), Set.of()))
            byClass.computeIfAbsent(type, _ -> new HashMap<>()).merge(property, 1, Integer::sum);
        if (!quad.getObject().isURI()) return;
        var reached = objects.computeIfAbsent(property, _ -> new HashMap<>());
        if (reached.size() < MOST_OBJECTS || reached.containsKey(quad.getObject().getURI()))
            reached.merge(quad.getObject().getURI(), 1, Integer::sum);
    }

    private static String name(Node node) {
        return node.isURI() ? node.getURI() : node.toString();
    }

    /** The state that was counted. */
    public Version version() {
        return version;
    }

    /** False of a store so large that the counts are the least there are. */
    public boolean isWhole() {
        return whole;
    }

    /** The classes, each with the number of its members. */
    public Map<String, Integer> classes() {
        return classes;
    }

    /** The properties, each with the number of its statements. */
    public Map<String, Integer> properties() {
        return properties;
    }

    /** The properties of the members of a class, each with the number of statements. */
    public Map<String, Integer> propertiesOf(String type) {
        return byClass.getOrDefault(type, Map.of());
    }

    /** The things that a property leads to, each with the number of statements. */
    Map<String, Integer> objectsOf(String property) {
        return objects.getOrDefault(property, Map.of());
    }
}
