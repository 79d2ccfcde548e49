package org.modelgraph.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;

/**
 * The state of a bulk load while a participant completes it: what it adds and removes, quad by
 * quad, is told to all of them.
 */
final class Completion extends DatasetGraphWrapper {
    private final DatasetGraph state;
    private final Participants participants;
    private final Change change;

    Completion(DatasetGraph state, Participants participants, Change change) {
        super(state);
        this.state = state;
        this.participants = participants;
        this.change = change;
    }

    /** The dataset behind, in its transaction. */
    DatasetGraph state() {
        return state;
    }

    @Override
    public void add(Quad quad) {
        if (state.contains(quad)) return;
        participants.adding(change, quad);
        state.add(quad);
    }

    @Override
    public void add(Node g, Node s, Node p, Node o) {
        add(Quad.create(g, s, p, o));
    }

    @Override
    public void delete(Quad quad) {
        if (!state.contains(quad)) return;
        participants.removing(change, quad);
        state.delete(quad);
    }

    @Override
    public void delete(Node g, Node s, Node p, Node o) {
        delete(Quad.create(g, s, p, o));
    }
}
