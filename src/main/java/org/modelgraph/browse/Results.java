package org.modelgraph.browse;

import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.modelgraph.browse.Leaderboard.Group;
import org.modelgraph.browse.Leaderboard.Scale;
import org.modelgraph.browse.Leaderboard.Terms;
import org.modelgraph.browse.Result.Party;
import org.modelgraph.graph.Iris;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All results of one state of the store, by benchmark. */
final class Results {
    private static final String METRIC = "metric";

    private final Map<String, List<Result>> byBenchmark = new HashMap<>();
    private final Map<String, Scale> scales = new HashMap<>();

    Results(Scan scan) {
        for (var claim : scan.objects(Iris.term(METRIC)).keySet())
            for (var benchmark : scan.values(claim, Iris.term("benchmark"))) {
                var result = result(scan, claim);
                byBenchmark.computeIfAbsent(benchmark, _ -> new ArrayList<>()).add(result);
                scales.computeIfAbsent(result.metric(), m -> scale(scan, m));
            }
    }

    private static Result result(Scan scan, String claim) {
        var model = one(scan, claim, "about").orElse("");
        var reporter = one(scan, claim, "assertedBy").orElse("");
        var passage = one(scan, claim, "statedIn");
        var source = passage.flatMap(p -> one(scan, p, "inSource"));
        return new Result(
                claim,
                model,
                one(scan, claim, METRIC).orElse(""),
                one(scan, claim, "setting"),
                one(scan, claim, "baseline"),
                number(scan, claim, "value"),
                one(scan, claim, "printedValue").orElse(""),
                one(scan, claim, "stance").orElse(""),
                one(scan, claim, "reviewStatus").orElse(""),
                reporter,
                party(scan, model, reporter),
                passage,
                source,
                one(scan, claim, "evaluatedAt")
                        .or(() -> source.flatMap(s -> first(scan, s, DCTerms.issued.asNode()))));
    }

    private static Optional<String> one(Scan scan, String subject, String term) {
        return first(scan, subject, Iris.term(term));
    }

    private static Optional<String> first(Scan scan, String subject, Node property) {
        return scan.values(subject, property).stream().findFirst();
    }

    private static Optional<BigDecimal> number(Scan scan, String subject, String term) {
        return one(scan, subject, term)
                .filter(v -> v.matches("[+-]?\\d{1,30}(\\.\\d{1,30})?"))
                .map(BigDecimal::new);
    }

    private static Party party(Scan scan, String model, String reporter) {
        var developers = scan.values(model, Iris.term("developedBy"));
        if (developers.isEmpty()) return Party.UNKNOWN;
        return developers.contains(reporter) ? Party.DEVELOPER : Party.THIRD_PARTY;
    }

    private static Scale scale(Scan scan, String metric) {
        return new Scale(
                one(scan, metric, "unit"),
                number(scan, metric, "minValue"),
                number(scan, metric, "maxValue"),
                one(scan, metric, "lowerIsBetter").filter("true"::equals).isPresent());
    }

    /** The results on a benchmark; empty where there are none. */
    Optional<Leaderboard> on(String benchmark) {
        var results = byBenchmark.get(benchmark);
        if (results == null) return Optional.empty();
        var groups = new LinkedHashMap<Terms, List<Result>>();
        for (var result : results)
            groups.computeIfAbsent(
                            new Terms(result.metric(), result.setting(), result.baseline()),
                            _ -> new ArrayList<>())
                    .add(result);
        return Optional.of(
                new Leaderboard(
                        benchmark,
                        groups.entrySet().stream()
                                .map(e -> group(e.getKey(), e.getValue()))
                                .sorted(Comparator.comparingInt(g -> -g.results().size()))
                                .toList()));
    }

    private Group group(Terms terms, List<Result> results) {
        var scale = scales.getOrDefault(terms.metric(), Scale.UNKNOWN);
        return new Group(terms, scale, results.stream().sorted(scale.order()).toList());
    }
}
