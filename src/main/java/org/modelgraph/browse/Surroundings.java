package org.modelgraph.browse;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/** The statements about a thing, as a graph of their own. */
public final class Surroundings {
    private static final int NESTING = 8;

    private Surroundings() {}

    /** All that is said of a thing, nodes without a name followed, and all that points at it. */
    public static Graph of(Graph everything, Node node) {
        var graph = GraphFactory.createDefaultGraph();
        follow(everything, node, graph, 0);
        everything.find(Node.ANY, Node.ANY, node).forEachRemaining(graph::add);
        return graph;
    }

    private static void follow(Graph from, Node subject, Graph to, int depth) {
        from.find(subject, Node.ANY, Node.ANY)
                .toList()
                .forEach(triple -> {
                    to.add(triple);
                    if (triple.getObject().isBlank() && depth < NESTING)
                        follow(from, triple.getObject(), to, depth + 1);
                });
    }
}
