package org.modelgraph.graph;

/** How many triples a graph has too many for a snapshot, as far as commits tell. */
final class Surplus {
    private long triples;

    /** Waits until so many triples have gone. */
    synchronized void await(long surplus) {
        triples = Math.max(1, surplus);
    }

    /** Takes account of a commit; after one that tells nothing of its size all may be gone. */
    synchronized void note(Change change) {
        if (change.streamed()) triples = 0;
        else if (triples > 0) triples += change.added().size() - change.removed().size();
    }

    /** True where the graph may fit. */
    synchronized boolean isGone() {
        return triples <= 0;
    }
}
