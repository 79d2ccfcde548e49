package org.modelgraph.graph;

import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;

/** Tells what a receiver of statements throws from what their parser throws. */
final class Receiver implements StreamRDF {
    private final StreamRDF sink;

    Receiver(StreamRDF sink) {
        this.sink = sink;
    }

    /** What the receiver threw, to be thrown again beyond the parser. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final RuntimeException thrown;

        private Failure(RuntimeException thrown) {
            super(thrown);
            this.thrown = thrown;
        }

        RuntimeException thrown() {
            return thrown;
        }
    }

    @Override
    public void start() {
        pass(sink::start);
    }

    @Override
    public void triple(Triple triple) {
        pass(() -> sink.triple(triple));
    }

    @Override
    public void quad(Quad quad) {
        pass(() -> sink.quad(quad));
    }

    @Override
    public void base(String base) {
        pass(() -> sink.base(base));
    }

    @Override
    public void version(String version) {
        pass(() -> sink.version(version));
    }

    @Override
    public void prefix(String prefix, String iri) {
        pass(() -> sink.prefix(prefix, iri));
    }

    @Override
    public void finish() {
        pass(sink::finish);
    }

    private static void pass(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            throw new Failure(e);
        }
    }
}
