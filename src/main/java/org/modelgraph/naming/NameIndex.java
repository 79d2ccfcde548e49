package org.modelgraph.naming;

import org.apache.jena.graph.Node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
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
        private final Map<String, List<Spelling>> groups = new HashMap<>();
        private final Map<Integer, List<Spelling>> byLength = new HashMap<>();
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
            var spelling = Spelling.of(names.normal.size() - 1, normal);
            names.byLength.computeIfAbsent(normal.length(), _ -> new ArrayList<>()).add(spelling);
            for (var group : Spelling.groups(normal))
                names.groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(spelling);
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
        return resolve(kind, new Printed(printed), limit);
    }

    /** The same for a name that is asked for among several kinds. */
    public Resolution resolve(String kind, Printed printed, int limit) {
        var names = kinds.get(kind);
        if (names == null) return new Resolution.Unknown(List.of());
        var exact = one(names.exact.getOrDefault(printed.text().strip(), Set.of()));
        if (exact.isPresent()) return new Resolution.Known(exact.get());
        var called = names.normal.getOrDefault(printed.normal(), Set.of());
        if (called.isEmpty()) {
            var ofOwner = ofOwner(kind, printed.text());
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
    public List<Candidate> near(String kind, Printed printed, int limit) {
        var names = kinds.get(kind);
        return names == null ? List.of() : near(names, printed, limit);
    }

    private static List<Candidate> near(Names names, Printed printed, int limit) {
        if (limit == 0 || printed.normal().isEmpty()) return List.of();
        var best = new LinkedHashMap<Named, Double>();
        alike(names, printed.resemblance()).entrySet().stream()
                .sorted(
                        Map.Entry.<Spelling, Double>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(e -> e.getKey().name()))
                .limit(4L * limit)
                .forEach(e ->
                        names.normal
                                .getOrDefault(e.getKey().name(), Set.of())
                                .forEach(thing -> best.putIfAbsent(thing, e.getValue())));
        return best.entrySet().stream()
                .limit(limit)
                .map(e -> new Candidate(e.getKey(), e.getValue()))
                .toList();
    }

    private record Sharing(Spelling spelling, double shared) {}

    /** The names that look like one, each with how much it does. */
    private static Map<Spelling, Double> alike(Names names, Resemblance wanted) {
        var alike = new IdentityHashMap<Spelling, Double>();
        sharing(names, wanted).stream()
                .sorted(Comparator.comparingDouble(Sharing::shared).reversed())
                .limit(COMPARED)
                .forEach(s -> alike.put(s.spelling(), wanted.to(s.spelling(), s.shared())));
        if (wanted.name().length() <= SHORT) addShort(names, wanted, alike);
        return alike;
    }

    /** The names that share enough groups of letters with one. */
    private static List<Sharing> sharing(Names names, Resemblance wanted) {
        var counts = new int[names.normal.size()];
        var touched = new ArrayList<Spelling>();
        for (var group : wanted.groups()) {
            var holders = names.groups.getOrDefault(group, List.of());
            if (holders.size() > COMMON) continue;
            for (var holder : holders) if (counts[holder.place()]++ == 0) touched.add(holder);
        }
        var sharing = new ArrayList<Sharing>();
        for (var spelling : touched) {
            var shared = wanted.shared(spelling, counts[spelling.place()]);
            if (shared >= LEAST) sharing.add(new Sharing(spelling, shared));
        }
        return sharing;
    }

    /** In a short name one wrong letter leaves no group of letters as it was. */
    private static void addShort(Names names, Resemblance wanted, Map<Spelling, Double> alike) {
        var length = wanted.name().length();
        for (var near = length - 1; near <= length + 1; near++)
            for (var spelling : names.byLength.getOrDefault(near, List.of())) {
                var score = wanted.to(spelling, 0);
                if (score >= LEAST) alike.merge(spelling, score, Math::max);
            }
    }

    /** The kinds of the things that have names. */
    public Set<String> kinds() {
        return java.util.Collections.unmodifiableSet(kinds.keySet());
    }
}
