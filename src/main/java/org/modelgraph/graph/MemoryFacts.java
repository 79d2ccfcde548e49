package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;

import java.util.Set;

/** Facts in memory. */
final class MemoryFacts implements Facts {
    private final Graph known;
    private final Graph derived = GraphFactory.createDefaultGraph();

    /**
     * The facts in a graph.
     *
     * @param known is added to as things are derived
     */
    MemoryFacts(Graph known) {
        this.known = known;
    }

    Graph derived() {
        return derived;
    }

    @Override
    public Graph known(Set<Node> onlyAsserted) {
        if (onlyAsserted.isEmpty()) return known;
        return new GraphBase() {
            @Override
            protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
                return known.find(pattern)
                        .filterDrop(t ->
                                onlyAsserted.contains(t.getPredicate()) && derived.contains(t));
            }
        };
    }

    @Override
    public boolean contains(Triple triple) {
        return known.contains(triple);
    }

    @Override
    public void derive(Triple triple) {
        known.add(triple);
        derived.add(triple);
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public int slice() {
        return Integer.MAX_VALUE;
    }
}
