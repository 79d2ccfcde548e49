package org.modelgraph.http;

import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.modelgraph.graph.Change;
import org.modelgraph.graph.Iris;
import org.modelgraph.graph.Participant;
import org.modelgraph.graph.Version;
import org.modelgraph.graph.View;
import org.modelgraph.sparql.Terms;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;

/** The terms of the ontology, read again only where a write concerns them. */
final class KnownTerms implements Participant {
    private record Of(Version version, Terms terms) {}

    private volatile Optional<Of> held = Optional.empty();

    /** The terms at a version, where they are held. */
    Optional<Terms> at(Version version) {
        return held.filter(h -> h.version().equals(version)).map(Of::terms);
    }

    /** The terms in one state of the store. */
    Terms in(View view) {
        return at(view.version())
                .orElseGet(() -> {
                    var fresh = read(view);
                    held = Optional.of(new Of(view.version(), fresh));
                    return fresh;
                });
    }

    private static Terms read(View view) {
        var iris = new ArrayList<String>();
        view.dataset()
                .find(Node.ANY, Node.ANY, RDFS.isDefinedBy.asNode(), Node.ANY)
                .forEachRemaining(q -> {
                    if (q.getSubject().isURI() && q.getSubject().getURI().startsWith(Iris.NS))
                        iris.add(q.getSubject().getURI());
                });
        return new Terms(iris);
    }

    @Override
    public void committed(Change change) {
        held.filter(h -> h.version().equals(change.before()) && !defines(change))
                .ifPresent(h -> held = Optional.of(new Of(change.after(), h.terms())));
    }

    private static boolean defines(Change change) {
        return change.streamed()
                || Stream.concat(change.added().stream(), change.removed().stream())
                        .anyMatch(q -> q.getPredicate().equals(RDFS.isDefinedBy.asNode()));
    }
}
