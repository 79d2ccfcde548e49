package org.modelgraph.engine.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which graphs triples stand, in one number each: that of the graph, or the complement of the
 * place of a set where there are several. Sets are few, since triples of the same sources come
 * together; those that are there keep their places when others come.
 */
final class GraphSets {
    /** No sets. */
    static final GraphSets NONE = new GraphSets(new int[0][], Map.of());

    private final int[][] sets;
    private final Map<List<Integer>, Integer> places;

    private GraphSets(int[][] sets, Map<List<Integer>, Integer> places) {
        this.sets = sets;
        this.places = places;
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

    /** Sets to which others can be added; costs nothing where none is. */
    static final class Growing {
        private final GraphSets before;
        private final List<int[]> more = new ArrayList<>();
        private final Map<List<Integer>, Integer> places = new HashMap<>();

        Growing(GraphSets before) {
            this.before = before;
        }

        /** The code of some graphs, at least one, each once. */
        int code(int[] graphs, int size) {
            if (size == 1) return graphs[0];
            Arrays.sort(graphs, 0, size);
            var key = Arrays.stream(graphs, 0, size).boxed().toList();
            var known = before.places.get(key);
            return known == null ? ~places.computeIfAbsent(key, this::add) : ~known;
        }

        private int add(List<Integer> graphs) {
            more.add(graphs.stream().mapToInt(Integer::intValue).toArray());
            return before.sets.length + more.size() - 1;
        }

        GraphSets whole() {
            if (more.isEmpty()) return before;
            var sets = Arrays.copyOf(before.sets, before.sets.length + more.size());
            for (var i = 0; i < more.size(); i++) sets[before.sets.length + i] = more.get(i);
            var all = new HashMap<>(before.places);
            all.putAll(places);
            return new GraphSets(sets, all);
        }
    }
}
