package org.modelgraph.engine.snapshot;

import java.util.Optional;

/**
 * The triples of one predicate, both ways: as they were when it was built, and what has changed
 * since. Never changes itself.
 */
public final class PredicateIndex {
    /** The index of no predicate, which has no triples. */
    public static final PredicateIndex EMPTY = empty(Dictionary.NONE);

    private static final int FEW_CHANGES = 1 << 10;
    private static final int SHARE_BITS = 8;

    private final CompactIndex built;
    private final AmendedAdjacency objects;
    private final AmendedAdjacency subjects;
    private final Optional<GraphCodes> codes;

    private PredicateIndex(
            CompactIndex built,
            AmendedAdjacency objects,
            AmendedAdjacency subjects,
            Optional<GraphCodes> codes) {
        this.built = built;
        this.objects = objects;
        this.subjects = subjects;
        this.codes = codes;
    }

    /** An index that was not changed yet. */
    static PredicateIndex of(CompactIndex built) {
        return new PredicateIndex(
                built,
                AmendedAdjacency.of(built.objects()),
                AmendedAdjacency.of(built.subjects()),
                built.knowsGraphs() ? Optional.of(GraphCodes.NONE) : Optional.empty());
    }

    /** The index of a predicate that has no triples. */
    static PredicateIndex empty(int predicate) {
        return of(CompactIndex.of(predicate, new long[0], 0, new int[0]));
    }

    /** The number of the predicate. */
    public int predicate() {
        return built.predicate();
    }

    /** From subjects to objects. */
    public Adjacency objects() {
        return objects.cheapest();
    }

    /** From objects to subjects. */
    public Adjacency subjects() {
        return subjects.cheapest();
    }

    /** How many triples there are. */
    public int size() {
        return objects.size();
    }

    /**
     * This index after a look at some pairs of object and subject, whatever was there before; costs
     * by what has changed since it was built, not by its size.
     *
     * @param present those that are there
     * @param now the graphs of these, where they are known
     * @param absent those that are not
     */
    PredicateIndex with(PairSet present, Optional<GraphCodes> now, PairSet absent) {
        return new PredicateIndex(
                built,
                objects.with(present.turned(), absent.turned()),
                subjects.with(present, absent),
                codes.flatMap(before -> now.map(found -> before.with(found, absent))));
    }

    /** True where so much has changed that it is better built anew. */
    boolean isOvergrown() {
        return subjects.changes() + looked().size()
                > FEW_CHANGES + (built.objects().size() >> SHARE_BITS);
    }

    private PairSet looked() {
        return codes.orElse(GraphCodes.NONE).pairs();
    }

    /** The same, built anew. */
    PredicateIndex rebuilt() {
        var merged = subjects.merged(looked());
        var graphs = codes.map(c -> merged.carried(built.graphs(), c.codes()));
        return of(
                new CompactIndex(
                        predicate(),
                        objects.merged(PairSet.NONE).adjacency(),
                        merged.adjacency(),
                        graphs.orElse(new int[0])));
    }

    /** What it was built as. */
    CompactIndex built() {
        return built;
    }

    /** The graphs in which a triple stands, ascending; none where it is not there. */
    int[] graphs(int object, int subject, GraphSets sets) {
        if (!subjects.contains(object, subject)) return new int[0];
        var pair = PairSet.pair(object, subject);
        return sets.graphs(
                looked().contains(pair)
                        ? codes.orElse(GraphCodes.NONE).code(pair)
                        : built.graphs()[built.subjects().find(object, subject)]);
    }

    /** Those of the triples that stand in a graph. */
    PredicateIndex of(int graph, GraphSets sets, GraphPicks picks) {
        var before = of(picks.of(built, graph, sets));
        var gone = subjects.gone();
        if (gone.size() + looked().size() == 0) return before;
        var present = codes.orElse(GraphCodes.NONE).inside(graph, sets);
        return before.with(present, Optional.empty(), looked().without(present).with(gone));
    }

    long bytes() {
        return objects.bytes()
                + subjects.bytes()
                + 4L * built.graphs().length
                + codes.map(GraphCodes::bytes).orElse(0L);
    }
}
