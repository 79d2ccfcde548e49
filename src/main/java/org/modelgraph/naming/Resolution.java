package org.modelgraph.naming;

import java.util.List;

/** What a name means. */
public sealed interface Resolution {
    /** Exactly one thing is called so. */
    record Known(Named thing) implements Resolution {}

    /** Several things are called so; which one is meant can't be known. */
    record Ambiguous(List<Named> things) implements Resolution {}

    /** Nothing is called so; the candidates are called much the same. */
    record Unknown(List<Candidate> candidates) implements Resolution {}
}
