package org.modelgraph.graph;

import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** Hands on what a dataset does not hold yet. */
final class Novelty extends StreamRDFWrapper {
    private final DatasetGraph dataset;

    Novelty(DatasetGraph dataset, StreamRDF sink) {
        super(sink);
        this.dataset = dataset;
    }

    @Override
    public void triple(Triple triple) {
        if (!dataset.contains(Quad.create(Quad.defaultGraphIRI, triple))) super.triple(triple);
    }

    @Override
    public void quad(Quad quad) {
        var inDefault = quad.isDefaultGraph();
        if (!dataset.contains(
                inDefault ? Quad.create(Quad.defaultGraphIRI, quad.asTriple()) : quad))
            super.quad(quad);
    }
}
