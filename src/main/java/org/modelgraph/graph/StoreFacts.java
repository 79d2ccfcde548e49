package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

import java.util.Set;

/** The facts of a dataset, whose derived ones stand in the graph {@link Iris#DERIVED}. */
final class StoreFacts implements Facts {
    /** Below {@link Touched#MOST}, so that what a slice touches can mostly be told. */
    private static final int SLICE = 2_500;

    private final DatasetGraph dataset;
    private final int slice;
    private final Graph known;

    StoreFacts(DatasetGraph dataset) {
        this(dataset, SLICE);
    }

    StoreFacts(DatasetGraph dataset, int slice) {
        this.dataset = dataset;
        this.slice = slice;
        this.known = new KnownGraph(dataset);
    }

    Graph known() {
        return known;
    }

    @Override
    public Graph known(Set<Node> onlyAsserted) {
        return onlyAsserted.isEmpty() ? known : new KnownGraph(dataset, onlyAsserted);
    }

    @Override
    public boolean contains(Triple triple) {
        return known.contains(triple);
    }

    boolean isDerived(Triple triple) {
        return dataset.contains(quad(triple));
    }

    @Override
    public void derive(Triple triple) {
        dataset.add(quad(triple));
    }

    void retract(Triple triple) {
        dataset.delete(quad(triple));
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public int slice() {
        return slice;
    }

    private static Quad quad(Triple triple) {
        return Quad.create(Iris.DERIVED, triple);
    }
}
