package org.modelgraph.engine.snapshot;

import java.util.List;
import java.util.Optional;

/** Triples by their predicates: of all graphs together or of one. */
public interface Triples {
    /** The triples of a predicate, if it has any. */
    Optional<PredicateIndex> index(int predicate);

    /** All predicates that have triples, ascending. */
    List<PredicateIndex> indexes();

    /** No fewer than there are triples. */
    long triples();
}
