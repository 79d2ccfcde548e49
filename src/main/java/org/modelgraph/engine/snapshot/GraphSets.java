package org.modelgraph.engine.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which graphs triples stand, in one number each: that of the graph, or the complement of the
 * place of a set where there are several. Sets are few, since triples of the same sources come
 * together.
 */
final class GraphSets {
    /** No sets. */
    static final GraphSets NONE = new GraphSets(new int[0][]);

    private final int[][] sets;

    private GraphSets(int[][] sets) {
        this.sets = sets;
    }

    boolean contains(int code, int graph) {
        return code >= 0 ? code == graph : Arrays.binarySearch(sets[~code], graph) >= 0;
    }

    int[] graphs(int code) {
        return code >= 0 ? new int[] {code} : sets[~code];
    }

    long bytes() {
        return Arrays.stream(sets).mapToLong(s -> 16 + 4L * s.length).sum();
    }

    /** Sets to which others can be added. */
    static final class Growing {
        private final List<int[]> sets;
        private final Map<List<Integer>, Integer> places = new HashMap<>();

        Growing(GraphSets before) {
            sets = new ArrayList<>(Arrays.asList(before.sets));
            for (var i = 0; i < before.sets.length; i++)
                places.put(key(before.sets[i], before.sets[i].length), i);
        }

        private static List<Integer> key(int[] graphs, int size) {
            return Arrays.stream(graphs, 0, size).boxed().toList();
        }

        /** The code of some graphs, at least one, each once. */
        int code(int[] graphs, int size) {
            if (size == 1) return graphs[0];
            Arrays.sort(graphs, 0, size);
            var place =
                    places.computeIfAbsent(
                            key(graphs, size),
                            _ -> {
                                sets.add(Arrays.copyOf(graphs, size));
                                return sets.size() - 1;
                            });
            return ~place;
        }

        GraphSets whole() {
            return new GraphSets(sets.toArray(int[][]::new));
        }
    }
}
