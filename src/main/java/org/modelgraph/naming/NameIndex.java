package org.modelgraph.naming;

import org.apache.jena.graph.Node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All names of all things. A name means a thing only where it is the thing's name exactly, or is
 * the same but for Unicode form, case, white space and punctuation; nothing is ever matched because
 * it looks alike. A model is also meant by {@code OWNER/NAME}, as repositories write it, where the
 * owner is known to have made it.
 */
public final class NameIndex {
    private static final int COMMON = 2000;
    private static final int COMPARED = 200;
    private static final int SHORT = 8;
    private static final double LEAST = 0.3;

    private final Map<Node, Named> things = new LinkedHashMap<>();
    private final Map<Node, Set<Node>> makers = new HashMap<>();
    private final Map<String, Names> kinds = new HashMap<>();

    private static final class Names {
        private final Map<String, Set<Named>> exact = new HashMap<>();
        private final Map<String, Set<Named>> normal = new HashMap<>();
        private final Map<String, List<String>> grams = new HashMap<>();
        private final Map<Integer, List<String>> byLength = new HashMap<>();
    }

    /** Adds a thing, called by its labels. What was added first stays. */
    public void add(Named thing) {
        if (things.putIfAbsent(thing.node(), thing) != null) return;
        name(thing.kind(), thing, thing.label());
        name(thing.kind(), thing, thing.labelZh());
    }

    /**
     * Adds another name of a thing that was added before; without effect for any other.
     *
     * @param kind the kind under which it is asked for by this name; where sources list a baseline
     *     or a system among models, that is {@code model}
     */
    public void name(String kind, Node node, String printed) {
        var thing = things.get(node);
        if (thing != null) name(kind, thing, printed);
    }

    private void name(String kind, Named thing, String printed) {
        var names = kinds.computeIfAbsent(kind, _ -> new Names());
        names.exact.computeIfAbsent(printed, _ -> new LinkedHashSet<>()).add(thing);
        var normal = NormalName.of(printed);
        if (normal.isEmpty()) return;
        var known = names.normal.get(normal);
        if (known == null) {
            known = new LinkedHashSet<>();
            names.normal.put(normal, known);
            names.byLength.computeIfAbsent(normal.length(), _ -> new ArrayList<>()).add(normal);
            for (var gram : Resemblance.grams(normal))
                names.grams.computeIfAbsent(gram, _ -> new ArrayList<>()).add(normal);
        }
        known.add(thing);
    }

    /** Adds that an organisation made a thing. */
    public void maker(Node thing, Node organization) {
        makers.computeIfAbsent(thing, _ -> new HashSet<>()).add(organization);
    }

    /** The thing with this IRI. */
    public Optional<Named> thing(Node node) {
        return Optional.ofNullable(things.get(node));
    }

    /** How many things have names. */
    public int size() {
        return things.size();
    }

    /**
     * What is meant by a name.
     *
     * @param kind the kind in the IRIs of the things asked for, such as {@code model}
     * @param limit how many candidates are given at most where nothing is called so
     */
    public Resolution resolve(String kind, String printed, int limit) {
        var names = kinds.get(kind);
        if (names == null) return new Resolution.Unknown(List.of());
        var exact = one(names.exact.getOrDefault(printed.strip(), Set.of()));
        if (exact.isPresent()) return new Resolution.Known(exact.get());
        var called = names.normal.getOrDefault(NormalName.of(printed), Set.of());
        if (called.isEmpty()) {
            var ofOwner = ofOwner(kind, printed);
            return ofOwner.<Resolution>map(Resolution.Known::new)
                    .orElseGet(() -> new Resolution.Unknown(near(names, printed, limit)));
        }
        return one(called)
                .<Resolution>map(Resolution.Known::new)
                .orElseGet(() -> new Resolution.Ambiguous(List.copyOf(called)));
    }

    /**
     * The thing that is meant by {@code OWNER/NAME}: the one with the name, where the owner is
     * known by its name to have made it.
     */
    private Optional<Named> ofOwner(String kind, String printed) {
        var slash = printed.indexOf('/');
        if (slash < 0 || slash != printed.lastIndexOf('/') || !kind.equals("model"))
            return Optional.empty();
        if (resolve("organization", printed.substring(0, slash), 0)
                        instanceof Resolution.Known(Named owner)
                && resolve(kind, printed.substring(slash + 1), 0)
                        instanceof Resolution.Known(Named thing)
                && makers.getOrDefault(thing.node(), Set.of()).contains(owner.node()))
            return Optional.of(thing);
        return Optional.empty();
    }

    private static Optional<Named> one(Collection<Named> called) {
        return called.size() == 1 ? Optional.of(called.iterator().next()) : Optional.empty();
    }

    /** The things of a kind with the nearest names, the nearest first. */
    public List<Candidate> near(String kind, String printed, int limit) {
        var names = kinds.get(kind);
        return names == null ? List.of() : near(names, printed, limit);
    }

    private static List<Candidate> near(Names names, String printed, int limit) {
        var normal = NormalName.of(printed);
        if (limit == 0 || normal.isEmpty()) return List.of();
        var wanted = new Resemblance(normal);
        var best = new LinkedHashMap<Named, Double>();
        alike(names, wanted, normal).entrySet().stream()
                .sorted(
                        Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(4L * limit)
                .forEach(e ->
                        names.normal
                                .getOrDefault(e.getKey(), Set.of())
                                .forEach(thing -> best.putIfAbsent(thing, e.getValue())));
        return best.entrySet().stream()
                .limit(limit)
                .map(e -> new Candidate(e.getKey(), e.getValue()))
                .toList();
    }

    /** The names that look like one, each with how much it does. */
    private static Map<String, Double> alike(Names names, Resemblance wanted, String normal) {
        var shared = new HashMap<String, Integer>();
        for (var gram : wanted.grams()) {
            var holders = names.grams.getOrDefault(gram, List.of());
            if (holders.size() > COMMON) continue;
            for (var holder : holders) shared.merge(holder, 1, Integer::sum);
        }
        var alike = new HashMap<String, Double>();
        shared.entrySet().stream()
                .map(e -> Map.entry(e.getKey(), wanted.shared(e.getKey(), e.getValue())))
                .filter(e -> e.getValue() >= LEAST)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(COMPARED)
                .forEach(e -> alike.put(e.getKey(), wanted.to(e.getKey(), e.getValue())));
        if (normal.length() <= SHORT) addShort(names, wanted, normal, alike);
        return alike;
    }

    /** In a short name one wrong letter leaves no group of letters as it was. */
    private static void addShort(
            Names names, Resemblance wanted, String normal, Map<String, Double> alike) {
        for (var length = normal.length() - 1; length <= normal.length() + 1; length++)
            for (var name : names.byLength.getOrDefault(length, List.of())) {
                var score = wanted.to(name, 0);
                if (score >= LEAST) alike.merge(name, score, Math::max);
            }
    }

    /** The kinds of the things that have names. */
    public Set<String> kinds() {
        return java.util.Collections.unmodifiableSet(kinds.keySet());
    }
}
