package org.modelgraph.engine.snapshot;

import java.util.Arrays;

/**
 * In which graphs the triples of a predicate stand that were looked at since it was built, by the
 * codes of {@link GraphSets}.
 */
final class GraphCodes {
    /** Nothing was looked at. */
    static final GraphCodes NONE = new GraphCodes(PairSet.NONE, new int[0]);

    private final PairSet pairs;
    private final int[] codes;

    /**
     * Codes.
     *
     * @param pairs of object and subject, all of them there
     */
    GraphCodes(PairSet pairs, int[] codes) {
        this.pairs = pairs;
        this.codes = codes;
    }

    /** These after a look at some pairs that are there and some that are not. */
    GraphCodes with(GraphCodes present, PairSet absent) {
        var after = pairs.without(absent).with(present.pairs);
        var array = after.array();
        var numbers = new int[array.length];
        Arrays.setAll(
                numbers,
                i -> present.pairs.contains(array[i]) ? present.code(array[i]) : code(array[i]));
        return new GraphCodes(after, numbers);
    }

    PairSet pairs() {
        return pairs;
    }

    /** The codes, in the order of the pairs. */
    int[] codes() {
        return codes;
    }

    /** The code of one of the pairs. */
    int code(long pair) {
        return codes[pairs.find(pair)];
    }

    /** The pairs that stand in a graph. */
    PairSet inside(int graph, GraphSets sets) {
        return pairs.filter(pair -> sets.contains(code(pair), graph));
    }

    long bytes() {
        return pairs.bytes() + 4L * codes.length;
    }
}
