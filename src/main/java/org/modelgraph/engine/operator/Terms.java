package org.modelgraph.engine.operator;

import org.apache.jena.graph.Node;
import org.modelgraph.engine.snapshot.Dictionary;
import org.modelgraph.engine.snapshot.Snapshot;
import org.modelgraph.engine.snapshot.Storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Terms and their numbers during one execution: those of the dictionary, and below {@link
 * Batch#UNBOUND} those that the query brings along and the snapshot does not have.
 */
public final class Terms {
    private static final int FIRST_OWN = Batch.UNBOUND - 1;

    private final Dictionary dictionary;
    private final Storage storage;
    private final List<Node> own = new ArrayList<>();
    private final Map<Node, Integer> ownNumbers = new HashMap<>();
    private final Snapshot snapshot;

    /** The terms of a snapshot of what the transaction of this thread sees. */
    public Terms(Snapshot snapshot, Storage storage) {
        this.dictionary = snapshot.dictionary();
        this.snapshot = snapshot;
        this.storage = storage;
    }

    /** The number of a term that the store would give back as it is. */
    public int number(Node term) {
        return known(term).orElseGet(() -> own(term));
    }

    private int own(Node term) {
        return ownNumbers.computeIfAbsent(
                term,
                t -> {
                    own.add(t);
                    return FIRST_OWN - (own.size() - 1);
                });
    }

    /** The number that the snapshot has for a term, if it has one. */
    public Optional<Integer> known(Node term) {
        return storage.id(term).map(dictionary::number).filter(n -> n != Dictionary.NONE);
    }

    /**
     * The number of a term that an expression came to. A literal that the store would give back in
     * another form is no term of the store.
     *
     * @param mixed false where it is never compared with terms of the store
     */
    int computed(Node term, boolean mixed) {
        return mixed && !Storage.isRewritten(term) ? number(term) : own(term);
    }

    /** True where the snapshot has all terms so far. */
    public boolean areAllKnown() {
        return own.isEmpty();
    }

    /** How many terms there are that the snapshot does not have. */
    int computed() {
        return own.size();
    }

    /** The term of a number. */
    public Node term(int number) {
        return number <= FIRST_OWN ? own.get(FIRST_OWN - number) : snapshot.term(number, storage);
    }
}
