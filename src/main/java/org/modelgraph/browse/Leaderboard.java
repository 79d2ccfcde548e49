package org.modelgraph.browse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * All results on one benchmark. Only numbers of one metric, reached under one setting and against
 * one baseline, stand in one group: no others can be compared.
 *
 * @param benchmark the IRI of the benchmark
 * @param groups the groups, the largest first
 */
public record Leaderboard(String benchmark, List<Group> groups) {
    /** What all numbers of a group have in common. */
    public record Terms(String metric, Optional<String> setting, Optional<String> baseline) {}

    /**
     * Numbers that can be compared.
     *
     * @param scale what the metric allows
     * @param results the best first, those without a number last
     */
    public record Group(Terms terms, Scale scale, List<Result> results) {
        /** How many models there are. */
        public long models() {
            return results.stream().map(Result::model).distinct().count();
        }

        /**
         * The place of each result: one and the same for equal numbers, counted by models, so that
         * a model that is tested twice takes one place; empty where the number is not firm.
         */
        public List<Optional<Integer>> ranks() {
            var ranks = new ArrayList<Optional<Integer>>();
            var seen = new LinkedHashMap<String, Integer>();
            var last = Optional.<BigDecimal>empty();
            var rank = 0;
            for (var result : results) {
                if (!result.isFirm()) {
                    ranks.add(Optional.empty());
                    continue;
                }
                var value = result.value().orElseThrow();
                if (!seen.containsKey(result.model())
                        && last.filter(l -> l.compareTo(value) == 0).isEmpty()) {
                    rank = seen.size() + 1;
                    last = Optional.of(value);
                }
                var place = rank;
                ranks.add(Optional.of(seen.computeIfAbsent(result.model(), _ -> place)));
            }
            return ranks;
        }
    }

    /**
     * The scale of a metric.
     *
     * @param unit the IRI of its unit
     * @param lowest the least value; empty where there is none
     * @param highest the greatest value; empty where there is none
     * @param lowerIsBetter true where less is better
     */
    public record Scale(
            Optional<String> unit,
            Optional<BigDecimal> lowest,
            Optional<BigDecimal> highest,
            boolean lowerIsBetter) {
        /** A scale of which nothing is known. */
        static final Scale UNKNOWN =
                new Scale(Optional.empty(), Optional.empty(), Optional.empty(), false);

        Comparator<Result> order() {
            var byValue =
                    Comparator.<Result, BigDecimal>comparing(
                            r -> r.value().orElse(BigDecimal.ZERO));
            return Comparator.<Result, Boolean>comparing(r -> r.value().isEmpty())
                    .thenComparing(lowerIsBetter ? byValue : byValue.reversed())
                    .thenComparing(Result::model)
                    .thenComparing(Result::iri);
        }
    }

    /** How many results there are. */
    public int size() {
        return groups.stream().mapToInt(g -> g.results().size()).sum();
    }
}
