package org.modelgraph.engine.snapshot;

import java.util.Arrays;

/** The triples of one predicate as they were when it was built, both ways. */
final class CompactIndex {
    private final int predicate;
    private final CompactAdjacency objects;
    private final CompactAdjacency subjects;
    private final int[] graphs;

    /**
     * An index.
     *
     * @param objects from subjects to objects
     * @param subjects from objects to subjects
     * @param graphs for each value of the subjects, in which graphs the triple stands; empty where
     *     that is not known
     */
    CompactIndex(int predicate, CompactAdjacency objects, CompactAdjacency subjects, int[] graphs) {
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
    static CompactIndex of(int predicate, long[] pairs, int size, int[] graphs) {
        var turned = new long[size];
        for (var i = 0; i < size; i++) turned[i] = Long.rotateLeft(pairs[i], 32);
        Arrays.sort(turned);
        return new CompactIndex(
                predicate,
                CompactAdjacency.of(turned, size),
                CompactAdjacency.of(pairs, size),
                graphs);
    }

    /** The number of the predicate. */
    int predicate() {
        return predicate;
    }

    /** From subjects to objects. */
    CompactAdjacency objects() {
        return objects;
    }

    /** From objects to subjects. */
    CompactAdjacency subjects() {
        return subjects;
    }

    /** For each value of the subjects, in which graphs the triple stands, where that is known. */
    int[] graphs() {
        return graphs;
    }

    boolean knowsGraphs() {
        return graphs.length == objects.size();
    }

    /** Those of the triples that stand in a graph. */
    CompactIndex of(int graph, GraphSets sets) {
        var all = subjects.pairs();
        var some = new LongList();
        for (var i = 0; i < all.length; i++) if (sets.contains(graphs[i], graph)) some.add(all[i]);
        return of(predicate, some.array(), some.size(), new int[0]);
    }

    long bytes() {
        return objects.bytes() + subjects.bytes() + 4L * graphs.length;
    }
}
