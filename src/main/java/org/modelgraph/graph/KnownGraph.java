package org.modelgraph.graph;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What rules and shapes see of a dataset: every triple of every graph, once; but not the catalogue
 * of files, and nothing derived of some predicates.
 */
final class KnownGraph extends GraphBase {
    private final DatasetGraph dataset;
    private final Optional<DatasetGraphTDB> store;
    private final Optional<KnownGraph> below;
    private final Set<Node> onlyAsserted;
    private final boolean hasDefault;

    KnownGraph(DatasetGraph dataset) {
        this(dataset, Set.of());
    }

    KnownGraph(DatasetGraph dataset, Set<Node> onlyAsserted) {
        this.dataset = dataset;
        this.store = store(dataset);
        this.below =
                dataset instanceof Overlay write && store(write.base()).isPresent()
                        ? Optional.of(new KnownGraph(write.base(), onlyAsserted))
                        : Optional.empty();
        this.onlyAsserted = onlyAsserted;
        this.hasDefault = dataset.contains(Quad.defaultGraphIRI, Node.ANY, Node.ANY, Node.ANY);
    }

    private static Optional<DatasetGraphTDB> store(DatasetGraph dataset) {
        var state = dataset instanceof Completion load ? load.state() : dataset;
        return TDBInternal.isBackedByTDB(state)
                ? Optional.of(TDBInternal.requireStorage(state))
                : Optional.empty();
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        return WrappedIterator.create(
                store.map(stored -> once(stored, pattern))
                        .or(() -> below.map(state -> changed(state, pattern)))
                        .orElseGet(() -> distinct(pattern)));
    }

    /** Nothing is remembered of what was found: that may be all that a store holds. */
    private Iterator<Triple> once(DatasetGraphTDB stored, Triple pattern) {
        var named = named(stored, pattern);
        if (!hasDefault) return named;
        return Iter.concat(named, Iter.filter(unnamed(pattern), t -> !named(stored, t).hasNext()));
    }

    private Iterator<Triple> named(DatasetGraphTDB stored, Triple pattern) {
        var nodes = stored.getQuadTable().getNodeTupleTable().getNodeTable();
        var catalog = nodes.getNodeIdForNode(Iris.CATALOG);
        if (onlyAsserted.isEmpty())
            return SkipScan.of(stored, pattern, (graph, _) -> graph.equals(catalog));
        var derived = nodes.getNodeIdForNode(Iris.DERIVED);
        var asserted =
                onlyAsserted.stream().map(nodes::getNodeIdForNode).collect(Collectors.toSet());
        return SkipScan.of(
                stored,
                pattern,
                (graph, predicate) ->
                        graph.equals(catalog)
                                || (graph.equals(derived) && asserted.contains(predicate)));
    }

    /** What a write leaves of the state below, and what it brings. */
    private Iterator<Triple> changed(KnownGraph state, Triple pattern) {
        if (!(dataset instanceof Overlay write)) return distinct(pattern);
        var kept = state.find(pattern);
        var left =
                write.removesNothing()
                        ? kept
                        : Iter.filter(kept, triple -> distinct(triple).hasNext());
        var seen = Iter.map(Iter.filter(write.brought(pattern), this::isSeen), Quad::asTriple);
        return Iter.concat(left, Iter.distinct(Iter.filter(seen, t -> !state.contains(t))));
    }

    private Iterator<Triple> distinct(Triple pattern) {
        var quads =
                dataset.findNG(
                        Node.ANY,
                        pattern.getSubject(),
                        pattern.getPredicate(),
                        pattern.getObject());
        var named = Iter.map(Iter.filter(quads, this::isSeen), Quad::asTriple);
        var found = hasDefault ? Iter.concat(named, unnamed(pattern)) : named;
        return pattern.isConcrete() ? Iter.limit(found, 1) : Iter.distinct(found);
    }

    private Iterator<Triple> unnamed(Triple pattern) {
        return Iter.map(
                dataset.find(
                        Quad.defaultGraphIRI,
                        pattern.getSubject(),
                        pattern.getPredicate(),
                        pattern.getObject()),
                Quad::asTriple);
    }

    private boolean isSeen(Quad quad) {
        var graph = quad.getGraph();
        return !graph.equals(Iris.CATALOG)
                && !(graph.equals(Iris.DERIVED) && onlyAsserted.contains(quad.getPredicate()));
    }
}
