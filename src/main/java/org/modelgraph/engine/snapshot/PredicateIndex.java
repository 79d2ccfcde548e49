package org.modelgraph.engine.snapshot;

import java.util.Arrays;

/** The triples of one predicate, both ways. */
public final class PredicateIndex {
    /** The index of no predicate, which has no triples. */
    public static final PredicateIndex EMPTY = of(Dictionary.NONE, new long[0], 0, new int[0]);

    private final int predicate;
    private final Adjacency objects;
    private final Adjacency subjects;
    private final int[] graphs;

    /**
     * An index.
     *
     * @param graphs for each value of the subjects, in which graphs the triple stands; empty where
     *     that is not known
     */
    PredicateIndex(int predicate, Adjacency objects, Adjacency subjects, int[] graphs) {
        this.predicate = predicate;
        this.objects = objects;
        this.subjects = subjects;
        this.graphs = graphs;
    }

    /**
     * The index of some triples.
     *
     * @param pairs object in the high half, subject in the low half; ascending, each once
     */
    static PredicateIndex of(int predicate, long[] pairs, int size, int[] graphs) {
        var turned = new long[size];
        for (var i = 0; i < size; i++) turned[i] = Long.rotateLeft(pairs[i], 32);
        Arrays.sort(turned);
        return new PredicateIndex(
                predicate, Adjacency.of(turned, size), Adjacency.of(pairs, size), graphs);
    }

    /** The number of the predicate. */
    public int predicate() {
        return predicate;
    }

    /** From subjects to objects. */
    public Adjacency objects() {
        return objects;
    }

    /** From objects to subjects. */
    public Adjacency subjects() {
        return subjects;
    }

    /** For each value of the subjects, in which graphs the triple stands, where that is known. */
    int[] graphs() {
        return graphs;
    }

    /** How many triples there are. */
    public int size() {
        return objects.size();
    }

    /** Those of the triples that stand in a graph. */
    PredicateIndex of(int graph, GraphSets sets) {
        var all = subjects.pairs();
        var some = new LongList();
        for (var i = 0; i < all.length; i++) if (sets.contains(graphs[i], graph)) some.add(all[i]);
        return of(predicate, some.array(), some.size(), new int[0]);
    }

    long bytes() {
        return objects.bytes() + subjects.bytes() + 4L * graphs.length;
    }
}
