package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

import java.util.Set;

/** What is known while rules run: what is asserted, and what was derived so far. */
interface Facts {
    /** All that is known, but nothing derived of some predicates. */
    Graph known(Set<Node> onlyAsserted);

    /** True of what is asserted or was derived. */
    boolean contains(Triple triple);

    /** Adds to what was derived. */
    void derive(Triple triple);

    /** True where several threads may read at the same time. */
    boolean isShared();

    /**
     * How many triples may be held beside these facts: of conclusions what is over is put on disk,
     * and a delta is worked through in slices.
     */
    int slice();
}
