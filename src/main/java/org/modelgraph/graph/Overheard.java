package org.modelgraph.graph;

import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;

import java.util.function.Consumer;

/** Tells every quad that passes; a triple is told as a quad of the default graph. */
public final class Overheard extends StreamRDFWrapper {
    private final Consumer<Quad> listener;

    public Overheard(StreamRDF sink, Consumer<Quad> listener) {
        super(sink);
        this.listener = listener;
    }

    @Override
    public void triple(Triple triple) {
        listener.accept(Quad.create(Quad.defaultGraphIRI, triple));
        super.triple(triple);
    }

    @Override
    public void quad(Quad quad) {
        listener.accept(quad);
        super.quad(quad);
    }
}
