package org.modelgraph.engine.snapshot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One version of a store in memory: every triple that stands in some graph, once, by predicate.
 * Never changes.
 */
public final class Snapshot {
    private final Dictionary dictionary;
    private final int[] predicates;
    private final List<PredicateIndex> indexes;
    private final boolean defaultGraphEmpty;
    private final long triples;

    /**
     * A snapshot.
     *
     * @param indexes ascending by their predicates
     * @param defaultGraphEmpty true where all triples stand in named graphs
     */
    Snapshot(Dictionary dictionary, List<PredicateIndex> indexes, boolean defaultGraphEmpty) {
        this.dictionary = dictionary;
        this.indexes = List.copyOf(indexes);
        this.predicates = indexes.stream().mapToInt(PredicateIndex::predicate).toArray();
        this.defaultGraphEmpty = defaultGraphEmpty;
        this.triples = indexes.stream().mapToLong(PredicateIndex::size).sum();
    }

    /** The terms. */
    public Dictionary dictionary() {
        return dictionary;
    }

    /** The triples of a predicate, if it has any. */
    public Optional<PredicateIndex> index(int predicate) {
        var place = Arrays.binarySearch(predicates, predicate);
        return place < 0 ? Optional.empty() : Optional.of(indexes.get(place));
    }

    /** All predicates that have triples, ascending. */
    public List<PredicateIndex> indexes() {
        return indexes;
    }

    /** True where the union of the named graphs is all there is. */
    public boolean isDefaultGraphEmpty() {
        return defaultGraphEmpty;
    }

    /** How many triples there are. */
    public long triples() {
        return triples;
    }

    /** How many terms came with amendments since it was built. */
    public int additions() {
        return dictionary.added();
    }

    /** The room that it takes in memory, in bytes. */
    public long bytes() {
        return dictionary.bytes() + indexes.stream().mapToLong(PredicateIndex::bytes).sum();
    }
}
