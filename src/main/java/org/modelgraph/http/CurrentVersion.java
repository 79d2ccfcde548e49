package org.modelgraph.http;

import org.modelgraph.graph.Change;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.Participant;
import org.modelgraph.graph.Version;

import java.util.Optional;

/**
 * The version of the store, known without a transaction. While a commit is under way it is not
 * known, so that nobody is told an old state after somebody saw the new one.
 */
final class CurrentVersion implements Participant {
    private final KnowledgeGraph store;
    private Optional<Version> version = Optional.empty();
    private int committing;
    private long commits;

    /** The version of a store, whose commits are followed from now on. */
    CurrentVersion(KnowledgeGraph store) {
        this.store = store;
        store.enlist(this);
    }

    /**
     * The version that a reader would see now; empty where that can't be told without asking the
     * store.
     */
    synchronized Optional<Version> known() {
        return version;
    }

    /** Asks the store where it has to be asked; to be called where a transaction may begin. */
    void learn() {
        long before;
        synchronized (this) {
            if (committing > 0 || version.isPresent()) return;
            before = commits;
        }
        var read = store.version();
        synchronized (this) {
            if (committing == 0 && commits == before) version = Optional.of(read);
        }
    }

    private synchronized void begin() {
        committing++;
        commits++;
        version = Optional.empty();
    }

    @Override
    public void prepare(Change change) {
        if (!change.streamed()) begin();
    }

    /** A bulk load is prepared long before its commit. */
    @Override
    public void streamed(Change change) {
        begin();
    }

    @Override
    public synchronized void committed(Change change) {
        committing = Math.max(0, committing - 1);
        if (committing == 0) version = Optional.of(change.after());
    }

    /** A commit that failed may be on disk all the same: the store tells. */
    @Override
    public synchronized void failed(Change change, Throwable why) {
        committing = Math.max(0, committing - 1);
        version = Optional.empty();
    }
}
