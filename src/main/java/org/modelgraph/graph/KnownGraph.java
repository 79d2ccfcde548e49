package org.modelgraph.graph;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

import java.util.Set;

/**
 * What rules and shapes see of a dataset: every triple of every graph, once; but not the catalogue
 * of files, and nothing derived of some predicates.
 */
final class KnownGraph extends GraphBase {
    private final DatasetGraph dataset;
    private final Set<Node> onlyAsserted;
    private final boolean hasDefault;

    KnownGraph(DatasetGraph dataset) {
        this(dataset, Set.of());
    }

    KnownGraph(DatasetGraph dataset, Set<Node> onlyAsserted) {
        this.dataset = dataset;
        this.onlyAsserted = onlyAsserted;
        this.hasDefault = dataset.contains(Quad.defaultGraphIRI, Node.ANY, Node.ANY, Node.ANY);
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        var s = pattern.getSubject();
        var p = pattern.getPredicate();
        var o = pattern.getObject();
        var named =
                Iter.map(
                        Iter.filter(dataset.findNG(Node.ANY, s, p, o), this::isSeen),
                        Quad::asTriple);
        var found =
                hasDefault
                        ? Iter.concat(
                                named,
                                Iter.map(
                                        dataset.find(Quad.defaultGraphIRI, s, p, o),
                                        Quad::asTriple))
                        : named;
        return WrappedIterator.create(
                pattern.isConcrete() ? Iter.limit(found, 1) : Iter.distinct(found));
    }

    private boolean isSeen(Quad quad) {
        var graph = quad.getGraph();
        return !graph.equals(Iris.CATALOG)
                && !(graph.equals(Iris.DERIVED) && onlyAsserted.contains(quad.getPredicate()));
    }
}
