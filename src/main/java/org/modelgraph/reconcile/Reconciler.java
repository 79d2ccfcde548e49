package org.modelgraph.reconcile;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.modelgraph.naming.NameIndex;
import org.modelgraph.naming.Named;
import org.modelgraph.naming.NormalName;
import org.modelgraph.naming.Printed;
import org.modelgraph.naming.Resemblance;
import org.modelgraph.naming.Resolution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds what is meant, by the same names as importers do. A match is certain only where one thing
 * is called so; what only looks alike is a candidate and never more.
 */
public final class Reconciler {
    private static final double FOR_PROPERTIES = 0.3;
    private static final double WITHOUT_ADDITION = 0.95;
    private static final double BY_PROPERTIES_ALONE = 0.5;
    private static final int SPARE = 5;

    private final NameIndex index;
    private final Values values;

    /**
     * A reconciler.
     *
     * @param graph what the properties are looked up in; valid as long as the reconciler
     */
    public Reconciler(NameIndex index, Graph graph) {
        this.index = index;
        this.values = new Values(graph, index);
    }

    private record Found(double likeness, boolean exact) {}

    private record Scored(Named thing, Found found, Map<Node, Double> properties, double score) {}

    /** What may be meant, the likeliest first. */
    public List<Match> match(NameQuery query) {
        var found = query.name().isBlank() ? byProperties(query) : byName(query);
        var exact = found.values().stream().filter(Found::exact).count();
        var scored = new ArrayList<Scored>();
        found.forEach((thing, f) -> scored.add(scored(query, thing, f)));
        return scored.stream()
                .sorted(
                        Comparator.comparingDouble(Scored::score)
                                .reversed()
                                .thenComparingInt(s -> s.thing().label().length())
                                .thenComparing(s -> s.thing().node().getURI()))
                .limit(query.limit())
                .map(s -> judged(query, s, exact == 1))
                .toList();
    }

    private Map<Named, Found> byName(NameQuery query) {
        var found = new LinkedHashMap<Named, Found>();
        var kinds = new TreeSet<>(query.kinds().isEmpty() ? index.kinds() : query.kinds());
        var name = new Printed(query.name());
        for (var kind : kinds) add(kind, name, 1, query.limit(), found);
        var shorter = query.name().replaceAll("\\s*[(（][^()（）]*[)）]", "").strip();
        if (!shorter.isEmpty() && !shorter.equals(query.name().strip())) {
            var plain = new Printed(shorter);
            for (var kind : kinds) add(kind, plain, WITHOUT_ADDITION, query.limit(), found);
        }
        return found;
    }

    private void add(String kind, Printed name, double weight, int limit, Map<Named, Found> found) {
        switch (index.resolve(kind, name, limit + SPARE)) {
            case Resolution.Known(Named thing) -> {
                put(found, thing, new Found(weight, weight == 1));
                near(kind, name, weight, limit, found);
            }
            case Resolution.Ambiguous(List<Named> things) ->
                    things.forEach(t -> put(found, t, new Found(weight, weight == 1)));
            case Resolution.Unknown(var candidates) ->
                    candidates.forEach(
                            c -> put(found, c.thing(), new Found(weight * c.score(), false)));
        }
    }

    private void near(
            String kind, Printed name, double weight, int limit, Map<Named, Found> found) {
        for (var candidate : index.near(kind, name, limit))
            put(
                    found,
                    candidate.thing(),
                    new Found(Math.min(0.97, weight * candidate.score()), false));
    }

    private static void put(Map<Named, Found> found, Named thing, Found how) {
        found.merge(thing, how, (a, b) -> a.likeness() >= b.likeness() ? a : b);
    }

    private Map<Named, Found> byProperties(NameQuery query) {
        var found = new LinkedHashMap<Named, Found>();
        for (var wanted : query.properties())
            for (var node : values.holders(wanted))
                index.thing(node)
                        .filter(t -> query.kinds().isEmpty() || query.kinds().contains(t.kind()))
                        .ifPresent(t -> put(found, t, new Found(BY_PROPERTIES_ALONE, false)));
        return found;
    }

    private Scored scored(NameQuery query, Named thing, Found found) {
        var properties = new LinkedHashMap<Node, Double>();
        for (var wanted : query.properties())
            properties.put(wanted.property(), values.agreement(thing.node(), wanted));
        var mean =
                properties.values().stream().mapToDouble(Double::doubleValue).average().orElse(1);
        var score = 100 * found.likeness() * (1 - FOR_PROPERTIES + FOR_PROPERTIES * mean);
        return new Scored(thing, found, properties, Math.round(score * 100) / 100.0);
    }

    private static Match judged(NameQuery query, Scored scored, boolean onlyOne) {
        var found = scored.found();
        var contradicted = scored.properties().containsValue(0.0);
        return new Match(
                scored.thing(),
                scored.score(),
                found.exact() && onlyOne && !contradicted,
                new Match.Features(
                        Math.round(found.likeness() * 10_000) / 100.0,
                        found.exact(),
                        found.exact() || sameNumbers(query.name(), scored.thing()),
                        scored.properties()));
    }

    private static boolean sameNumbers(String name, Named thing) {
        var normal = NormalName.of(name);
        return Resemblance.numbersAgree(normal, NormalName.of(thing.label()))
                || Resemblance.numbersAgree(normal, NormalName.of(thing.labelZh()));
    }
}
