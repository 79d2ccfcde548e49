package org.modelgraph.mapping;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.SKOS;
import org.modelgraph.sparql.Prefixes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which IRIs mean the same by what is stated, in sets. Two terms of one vocabulary never come into
 * one set: who keeps a vocabulary keeps its terms apart. A statement that would bring them together
 * is a contradiction, to be told and not to be followed.
 */
public final class Equivalences {
    private final Map<String, String> above = new HashMap<>();
    private final Map<String, Map<String, String>> vocabularies = new HashMap<>();
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<String, Set<String>> sets = new HashMap<>();
    private final List<Link> followed = new ArrayList<>();
    private final List<Contradiction> contradictions = new ArrayList<>();

    /**
     * A statement that is not followed.
     *
     * @param link the statement
     * @param one a term of a vocabulary that means the same as one side of it
     * @param other another term of the same vocabulary that means the same as the other side
     */
    public record Contradiction(Link link, String one, String other) {}

    private Equivalences() {}

    /** What the statements of a graph make the same. */
    public static Equivalences of(Graph graph) {
        return of(
                Stream.of(OWL2.sameAs.asNode(), SKOS.exactMatch.asNode())
                        .flatMap(property -> links(graph, property))
                        .toList());
    }

    private static Stream<Link> links(Graph graph, Node property) {
        return graph
                .find(Node.ANY, property, Node.ANY)
                .filterKeep(t -> t.getSubject().isURI() && t.getObject().isURI())
                .mapWith(Equivalences::link)
                .toList()
                .stream();
    }

    private static Link link(Triple triple) {
        return new Link(
                triple.getSubject().getURI(),
                triple.getPredicate().getURI(),
                triple.getObject().getURI());
    }

    /** What some statements make the same; in whatever order they come, the outcome is one. */
    static Equivalences of(Collection<Link> links) {
        var equivalences = new Equivalences();
        links.stream()
                .distinct()
                .filter(l -> !l.from().equals(l.to()))
                .sorted(
                        Comparator.comparing(Link::predicate)
                                .thenComparing(Link::from)
                                .thenComparing(Link::to))
                .forEach(equivalences::follow);
        equivalences
                .members
                .values()
                .forEach(set -> set.forEach(iri -> equivalences.sets.put(iri, set)));
        return equivalences;
    }

    private void follow(Link link) {
        var one = root(link.from());
        var other = root(link.to());
        if (!one.equals(other)) {
            var clash = clash(one, other);
            if (clash.isPresent()) {
                contradictions.add(
                        new Contradiction(link, clash.get().getFirst(), clash.get().getLast()));
                return;
            }
            merge(one, other);
        }
        followed.add(link);
    }

    private String root(String iri) {
        above.computeIfAbsent(
                iri,
                i -> {
                    vocabularies.put(i, new HashMap<>(Map.of(vocabulary(i), i)));
                    members.put(i, new TreeSet<>(Set.of(i)));
                    return i;
                });
        var root = iri;
        while (!above.getOrDefault(root, root).equals(root)) root = above.getOrDefault(root, root);
        above.put(iri, root);
        return root;
    }

    /** Two terms of one vocabulary, one from each set. */
    private Optional<List<String>> clash(String one, String other) {
        var theirs = held(vocabularies, other);
        return held(vocabularies, one).entrySet().stream()
                .filter(e -> theirs.containsKey(e.getKey()))
                .map(e -> List.of(e.getValue(), theirs.getOrDefault(e.getKey(), "")))
                .min(Comparator.comparing(List::getFirst));
    }

    private void merge(String one, String other) {
        var larger = size(one) >= size(other) ? one : other;
        var smaller = larger.equals(one) ? other : one;
        above.put(smaller, larger);
        held(members, larger).addAll(held(members, smaller));
        held(vocabularies, larger).putAll(held(vocabularies, smaller));
        members.remove(smaller);
        vocabularies.remove(smaller);
    }

    private int size(String root) {
        return held(members, root).size();
    }

    private static <T> T held(Map<String, T> map, String root) {
        return Objects.requireNonNull(map.get(root));
    }

    /**
     * Where an IRI is kept: everything that is ours is one vocabulary; else what stands before the
     * last slash or hash.
     */
    static String vocabulary(String iri) {
        return iri.startsWith(Prefixes.BASE)
                ? Prefixes.BASE
                : iri.replaceFirst("(?<=[/#:])[^/#]*[/#]?$", "");
    }

    /** The IRIs that mean the same as one, itself first. */
    public Set<String> same(String iri) {
        var same = new LinkedHashSet<String>(List.of(iri));
        same.addAll(sets.getOrDefault(iri, Set.of()));
        return same;
    }

    /** The statements that make some IRIs the same. */
    public List<Link> between(Set<String> iris) {
        return followed.stream().filter(l -> iris.contains(l.from())).toList();
    }

    /** The statements about some IRIs that are not followed. */
    public List<Contradiction> about(Set<String> iris) {
        return contradictions.stream()
                .filter(c -> iris.contains(c.link().from()) || iris.contains(c.link().to()))
                .toList();
    }

    /** All statements that are not followed. */
    public List<Contradiction> contradictions() {
        return List.copyOf(contradictions);
    }

    /** All sets of more than one IRI. */
    public List<Set<String>> sets() {
        return members.values().stream().filter(s -> s.size() > 1).toList();
    }
}
