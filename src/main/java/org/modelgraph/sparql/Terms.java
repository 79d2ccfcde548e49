package org.modelgraph.sparql;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The terms that a query may name: the classes and properties of the ontology, by which a
 * misspelling is recognised.
 */
public final class Terms {
    /** No terms at all: nothing is suggested. */
    public static final Terms NONE = new Terms(java.util.List.of());

    private final SortedSet<String> iris;

    public Terms(Collection<String> iris) {
        this.iris = new TreeSet<>(iris);
    }

    /** True where the IRI lies in our term namespace and yet no such term exists. */
    boolean isUnknown(String iri) {
        return !iris.isEmpty() && iri.startsWith(Prefixes.BASE + "ns/") && !iris.contains(iri);
    }

    /** The term, in short form, that was probably meant. */
    Optional<String> nearest(String iri) {
        return Similarity.nearest(iri, iris).flatMap(Prefixes::shorten);
    }
}
