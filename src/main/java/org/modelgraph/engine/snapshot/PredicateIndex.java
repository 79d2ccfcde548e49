package org.modelgraph.engine.snapshot;

import java.util.Arrays;

/**
 * The triples of one predicate, both ways.
 *
 * @param predicate its number
 * @param objects from subjects to objects
 * @param subjects from objects to subjects
 */
public record PredicateIndex(int predicate, Adjacency objects, Adjacency subjects) {
    /** The index of no predicate, which has no triples. */
    public static final PredicateIndex EMPTY = of(Dictionary.NONE, new long[0], 0);

    /**
     * The index of some triples.
     *
     * @param pairs object in the high half, subject in the low half; ascending, each once
     */
    static PredicateIndex of(int predicate, long[] pairs, int size) {
        var turned = new long[size];
        for (var i = 0; i < size; i++) turned[i] = Long.rotateLeft(pairs[i], 32);
        Arrays.sort(turned);
        return new PredicateIndex(predicate, Adjacency.of(turned, size), Adjacency.of(pairs, size));
    }

    /** How many triples there are. */
    public int size() {
        return objects.size();
    }

    long bytes() {
        return objects.bytes() + subjects.bytes();
    }
}
