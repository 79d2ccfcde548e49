package org.modelgraph.engine.operator;

import org.apache.jena.graph.Node;
import org.modelgraph.engine.snapshot.Dictionary;
import org.modelgraph.engine.snapshot.Storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Terms and their numbers during one execution: those of the dictionary, and below {@link
 * Batch#UNBOUND} those that the query brings along and the snapshot does not have. The terms that
 * were looked at last are kept.
 */
public final class Terms {
    private static final int KEPT = 1 << 12;
    private static final int FIRST_OWN = Batch.UNBOUND - 1;

    private final Dictionary dictionary;
    private final Storage storage;
    private final List<Node> own = new ArrayList<>();
    private final Map<Node, Integer> ownNumbers = new HashMap<>();
    private int[] keptNumbers = new int[0];
    private Node[] keptTerms = new Node[0];

    /** The terms of a snapshot of what the transaction of this thread sees. */
    public Terms(Dictionary dictionary, Storage storage) {
        this.dictionary = dictionary;
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

    /** The term of a number. */
    public Node term(int number) {
        if (number <= FIRST_OWN) return own.get(FIRST_OWN - number);
        if (keptTerms.length == 0) {
            keptTerms = new Node[KEPT];
            keptNumbers = new int[KEPT];
        }
        var place = number & (KEPT - 1);
        if (keptNumbers[place] != number + 1) {
            keptTerms[place] = storage.term(dictionary.id(number));
            keptNumbers[place] = number + 1;
        }
        return keptTerms[place];
    }
}
