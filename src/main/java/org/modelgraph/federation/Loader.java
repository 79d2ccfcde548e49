package org.modelgraph.federation;

import org.apache.jena.graph.NodeFactory;
import org.modelgraph.problem.Problem;

import java.net.URI;
import java.util.Optional;

/** Fetches documents for one update. */
public final class Loader {
    private static final String RDF =
            "text/turtle, application/trig;q=0.9, application/n-triples;q=0.9,"
                    + " application/n-quads;q=0.8, application/ld+json;q=0.7,"
                    + " application/rdf+xml;q=0.6";

    private final Federation federation;
    private final Remotes remotes;

    Loader(Federation federation, Remotes remotes) {
        this.federation = federation;
        this.remotes = remotes;
    }

    /**
     * The document at an address.
     *
     * @throws Problem of kind {@link Problem.Kind#REFUSED_QUERY} where it must not be fetched, and
     *     {@link Problem.Kind#REMOTE_FAILED} where it can't be
     */
    public RemoteDocument load(String iri) {
        federation.requireAllowed(NodeFactory.createURI(iri));
        try {
            return remotes.fetch(iri, new Call(URI.create(iri), Optional.empty(), RDF));
        } catch (RemoteFailure e) {
            throw Federation.problem(iri, e);
        }
    }
}
