package org.modelgraph.history;

import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.jspecify.annotations.Nullable;

/** Finds out whether any change has a thing as subject, predicate or object. */
final class Mention extends RDFChangesBase {
    private final Node thing;
    private boolean found;

    Mention(Node thing) {
        this.thing = thing;
    }

    boolean isFound() {
        return found;
    }

    @Override
    public void add(@Nullable Node g, Node s, Node p, Node o) {
        found |= s.equals(thing) || o.equals(thing) || p.equals(thing);
    }

    @Override
    public void delete(@Nullable Node g, Node s, Node p, Node o) {
        add(g, s, p, o);
    }
}
