package org.modelgraph.graph;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;

import java.util.Iterator;

/**
 * A dataset seen so that its default graph holds every triple of every graph, the stored default
 * graph included; reading only. TDB2's own union leaves the stored default graph out.
 */
final class UnionView extends DatasetGraphBaseFind {
    private final DatasetGraph base;

    UnionView(DatasetGraph base) {
        this.base = base;
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
        var stored = Iter.iter(base.find(Quad.defaultGraphIRI, s, p, o));
        var named = Iter.iter(base.find(Quad.unionGraph, s, p, o));
        return named.append(stored)
                .map(q -> Quad.create(Quad.defaultGraphIRI, q.asTriple()))
                .distinct();
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
        return base.find(g, s, p, o);
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
        return base.findNG(Node.ANY, s, p, o);
    }

    @Override
    public Graph getDefaultGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    public Graph getGraph(Node name) {
        return GraphView.createNamedGraph(this, name);
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return base.listGraphNodes();
    }

    @Override
    public PrefixMap prefixes() {
        return base.prefixes();
    }

    @Override
    public void addGraph(Node name, Graph graph) {
        throw new UnsupportedOperationException("a view for reading");
    }

    @Override
    public void removeGraph(Node name) {
        throw new UnsupportedOperationException("a view for reading");
    }

    @Override
    public boolean supportsTransactions() {
        return true;
    }

    @Override
    public void begin(TxnType type) {
        base.begin(type);
    }

    @Override
    public boolean promote(Promote mode) {
        return base.promote(mode);
    }

    @Override
    public void commit() {
        base.commit();
    }

    @Override
    public void abort() {
        base.abort();
    }

    @Override
    public void end() {
        base.end();
    }

    @Override
    public boolean isInTransaction() {
        return base.isInTransaction();
    }

    @Override
    public org.apache.jena.query.ReadWrite transactionMode() {
        return base.transactionMode();
    }

    @Override
    public TxnType transactionType() {
        return base.transactionType();
    }
}
