package org.modelgraph.mapping;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All mappings of one state of the store, by set, subject and object. */
public final class Mappings {
    /** What the names of mapping sets begin with. */
    public static final String SETS = Prefixes.BASE + "mapping/";

    private static final String SSSOM = "https://w3id.org/sssom/";

    private final List<Mapping> all;
    private final Map<String, Set> sets;

    private Mappings(List<Mapping> all, Map<String, Set> sets) {
        this.all = all;
        this.sets = sets;
    }

    /**
     * A mapping set.
     *
     * @param name the last part of its IRI, such as {@code dpv}
     * @param licence the IRI of its licence, if it has one
     * @param size how many mappings it has
     */
    public record Set(String iri, String name, Optional<String> licence, int size) {}

    /** The mappings that a graph holds. */
    public static Mappings of(Graph graph) {
        var found = new ArrayList<Mapping>();
        graph
                .find(Node.ANY, RDF.type.asNode(), NodeFactory.createURI(SSSOM + "Mapping"))
                .mapWith(Triple::getSubject)
                .toList()
                .stream()
                .distinct()
                .forEach(node -> found.add(mapping(graph, node)));
        found.sort(
                Comparator.comparing(Mapping::set)
                        .thenComparing(Mapping::subject)
                        .thenComparing(Mapping::object)
                        .thenComparing(Mapping::iri));
        var sizes = new TreeMap<String, Integer>();
        found.forEach(m -> sizes.merge(m.set(), 1, Integer::sum));
        var sets = new LinkedHashMap<String, Set>();
        sizes.forEach((iri, size) -> {
            var name = iri.startsWith(SETS) ? iri.substring(SETS.length()) : iri;
            var licence = text(graph, NodeFactory.createURI(iri), DCTerms.license.asNode());
            sets.put(name, new Set(iri, name, licence, size));
        });
        return new Mappings(List.copyOf(found), sets);
    }

    private static Mapping mapping(Graph graph, Node node) {
        return new Mapping(
                node.toString(),
                text(graph, node, OWL2.annotatedSource.asNode()).orElse(""),
                text(graph, node, OWL2.annotatedProperty.asNode()).orElse(""),
                text(graph, node, OWL2.annotatedTarget.asNode()).orElse(""),
                text(graph, node, NodeFactory.createURI(SSSOM + "object_label")),
                text(graph, node, NodeFactory.createURI(SSSOM + "mapping_justification"))
                        .orElse(""),
                text(graph, node, DCTerms.isPartOf.asNode()).orElse(""),
                text(graph, node, RDFS.comment.asNode()));
    }

    private static Optional<String> text(Graph graph, Node subject, Node property) {
        return graph
                .find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .mapWith(o -> o.isLiteral() ? o.getLiteralLexicalForm() : o.toString())
                .toList()
                .stream()
                .min(Comparator.naturalOrder());
    }

    /** All sets, by name. */
    public List<Set> sets() {
        return List.copyOf(sets.values());
    }

    /**
     * What is wanted of the mappings; each part narrows.
     *
     * @param set the name of a set
     * @param predicate the local name of a predicate, such as {@code exactMatch}
     * @param term the IRI of a subject or an object
     */
    public record Wanted(Optional<String> set, Optional<String> predicate, Optional<String> term) {}

    /**
     * The mappings that are wanted, in the order of sets, subjects and objects.
     *
     * @throws Problem of kind {@link Problem.Kind#NOT_FOUND} for a set that there is none of
     */
    public List<Mapping> find(Wanted wanted) {
        wanted.set()
                .filter(s -> !sets.containsKey(s))
                .ifPresent(s -> {
                    throw Problem.of(Problem.Kind.NOT_FOUND, "There is no mapping set '" + s + "'.")
                            .hint("There are: " + String.join(", ", sets.keySet()) + ".");
                });
        return found(wanted).toList();
    }

    private Stream<Mapping> found(Wanted wanted) {
        return all.stream()
                .filter(m -> wanted.set().isEmpty() || m.set().equals(iri(wanted.set().get())))
                .filter(m ->
                        wanted.predicate().isEmpty()
                                || localName(m.predicate()).equals(wanted.predicate().get()))
                .filter(m ->
                        wanted.term().isEmpty()
                                || m.subject().equals(wanted.term().get())
                                || m.object().equals(wanted.term().get()));
    }

    private String iri(String name) {
        return Optional.ofNullable(sets.get(name)).map(Set::iri).orElse(name);
    }

    /** The local names of the predicates that are in use. */
    public List<String> predicates() {
        return all.stream().map(m -> localName(m.predicate())).distinct().sorted().toList();
    }

    /** What stands behind the last slash or hash of an IRI. */
    public static String localName(String iri) {
        return iri.replaceFirst("^.*[/#](?=[^/#])", "");
    }
}
