package org.modelgraph.browse;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.modelgraph.graph.Iris;
import org.modelgraph.graph.View;
import org.modelgraph.sparql.Prefixes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/** Collects what the graph says of a thing, for one reader. */
public final class Describer {
    /** How many things that point at a thing are shown at once. */
    public static final int PAGE_SIZE = 25;

    private static final int NESTING = 4;

    private static final Comparator<Thing> BY_LABEL =
            Comparator.comparing(Thing::label).thenComparing(Thing::iri);

    private static final Set<Node> SHOWN_ELSEWHERE =
            Set.of(
                    RDF.type.asNode(),
                    RDFS.label.asNode(),
                    SKOS.prefLabel.asNode(),
                    SKOS.definition.asNode());

    private final DatasetGraph dataset;
    private final Graph everything;
    private final Labels labels;

    /**
     * A describer.
     *
     * @param view the state of the store; valid as long as its transaction
     * @param names how things are called in that state
     * @param language the reader's language
     */
    public Describer(View view, Names names, String language) {
        this.dataset = view.dataset();
        this.everything = view.everything();
        this.labels = new Labels(everything, Optional.of(names), language);
    }

    /** The labels that this describer uses. */
    public Labels labels() {
        return labels;
    }

    /** Where in the list of things that point at it by one property a reader is. */
    public record Place(String property, int page) {
        public static final Place START = new Place("", 1);
    }

    /** What the graph says of a thing; empty where it says nothing. */
    public Optional<Description> describe(String iri, Place place) {
        var node = NodeFactory.createURI(iri);
        var properties = properties(node, 0);
        var incoming = incoming(node, place);
        var types = types(node);
        if (properties.isEmpty() && incoming.isEmpty() && types.isEmpty()) return Optional.empty();
        return Optional.of(
                new Description(
                        labels.of(iri),
                        types,
                        labels.text(node, SKOS.definition.asNode()).text(),
                        properties,
                        evidence(node),
                        incoming));
    }

    private List<Thing> types(Node node) {
        var stated = new LinkedHashSet<Node>();
        dataset.findNG(Node.ANY, node, RDF.type.asNode(), Node.ANY)
                .forEachRemaining(q -> {
                    if (!q.getGraph().equals(Iris.DERIVED)) stated.add(q.getObject());
                });
        return stated.stream().filter(Node::isURI).map(t -> labels.of(t.getURI())).toList();
    }

    private List<Property> properties(Node node, int depth) {
        var byProperty = new LinkedHashMap<Node, Map<Node, Set<Node>>>();
        dataset.find(Node.ANY, node, Node.ANY, Node.ANY)
                .forEachRemaining(q -> {
                    if (!SHOWN_ELSEWHERE.contains(q.getPredicate()) || depth > 0)
                        byProperty
                                .computeIfAbsent(q.getPredicate(), _ -> new LinkedHashMap<>())
                                .computeIfAbsent(q.getObject(), _ -> new LinkedHashSet<>())
                                .add(q.getGraph());
                });
        return byProperty.entrySet().stream()
                .map(e -> property(node, e.getKey(), e.getValue(), depth))
                .sorted(
                        Comparator.comparingInt(Describer::rank)
                                .thenComparing(p -> p.property().label()))
                .toList();
    }

    private static int rank(Property property) {
        return property.property().iri().startsWith(Iris.NS) ? 0 : 1;
    }

    private Property property(
            Node subject, Node predicate, Map<Node, Set<Node>> values, int depth) {
        var statements =
                values.entrySet().stream()
                        .map(e ->
                                new Statement(
                                        value(e.getKey(), depth),
                                        things(e.getValue()),
                                        derivation(subject, predicate, e)))
                        .sorted(Comparator.comparing(s -> sortKey(s.value())))
                        .toList();
        return new Property(
                labels.of(predicate.getURI()),
                labels.text(predicate, SKOS.definition.asNode()).text(),
                statements);
    }

    private static Optional<String> derivation(
            Node subject, Node predicate, Map.Entry<Node, Set<Node>> stated) {
        return stated.getValue().contains(Iris.DERIVED)
                        && subject.isURI()
                        && !stated.getKey().isBlank()
                ? Optional.of(
                        StatementAddress.of(Triple.create(subject, predicate, stated.getKey())))
                : Optional.empty();
    }

    private List<Thing> things(Set<Node> nodes) {
        return nodes.stream().filter(Node::isURI).map(n -> labels.of(n.getURI())).toList();
    }

    private Value value(Node object, int depth) {
        if (object.isURI()) return new Value.Node(labels.of(object.getURI()));
        if (object.isLiteral()) return text(object);
        return new Value.Nested(depth < NESTING ? properties(object, depth + 1) : List.of());
    }

    private static Value.Text text(Node literal) {
        var plain =
                literal.getLiteralDatatypeURI().endsWith("#string")
                        || !literal.getLiteralLanguage().isEmpty();
        var datatype =
                plain
                        ? ""
                        : Prefixes.shorten(literal.getLiteralDatatypeURI())
                                .orElse(literal.getLiteralDatatypeURI());
        return new Value.Text(
                literal.getLiteralLexicalForm(), literal.getLiteralLanguage(), datatype);
    }

    private static String sortKey(Value value) {
        return switch (value) {
            case Value.Node node -> "0" + node.thing().label();
            case Value.Text text -> "1" + text.language() + text.text();
            case Value.Nested _ -> "2";
        };
    }

    private List<Evidence> evidence(Node claim) {
        var evidence = new ArrayList<Evidence>();
        everything
                .find(claim, Iris.STATED_IN, Node.ANY)
                .toList()
                .forEach(t -> {
                    var passage = t.getObject();
                    everything
                            .find(passage, Iris.IN_SOURCE, Node.ANY)
                            .toList()
                            .forEach(s -> evidence.add(evidence(passage, s.getObject())));
                });
        return List.copyOf(evidence);
    }

    private Evidence evidence(Node passage, Node source) {
        var quotation = labels.text(passage, Iris.QUOTATION);
        return new Evidence(
                labels.of(passage.getURI()),
                labels.of(source.getURI()),
                labels.text(passage, Iris.LOCATOR).text(),
                Optional.of(quotation).filter(q -> !q.text().isEmpty()));
    }

    private List<Incoming> incoming(Node node, Place place) {
        var byProperty = new TreeMap<String, Set<Node>>();
        everything
                .find(Node.ANY, Node.ANY, node)
                .forEachRemaining(t -> {
                    if (t.getSubject().isURI())
                        byProperty
                                .computeIfAbsent(t.getPredicate().getURI(), _ -> new HashSet<>())
                                .add(t.getSubject());
                });
        return byProperty.entrySet().stream()
                .map(e -> incoming(e.getKey(), e.getValue(), place))
                .sorted(Comparator.comparing(i -> i.property().label()))
                .toList();
    }

    private Incoming incoming(String property, Set<Node> subjects, Place place) {
        var pages = Math.max(1, (subjects.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        var page = place.property().equals(property) ? Math.clamp(place.page(), 1, pages) : 1;
        var shown =
                first(subjects, page * PAGE_SIZE).stream().skip((page - 1L) * PAGE_SIZE).toList();
        return new Incoming(labels.of(property), subjects.size(), shown, page, pages);
    }

    /** The first things in the order of their labels; nothing sorts what is not shown. */
    private List<Thing> first(Set<Node> subjects, int count) {
        var last = new PriorityQueue<Thing>(BY_LABEL.reversed());
        for (var subject : subjects) {
            var thing = labels.of(subject.getURI());
            if (last.size() == count && BY_LABEL.compare(thing, last.element()) > 0) continue;
            last.add(thing);
            if (last.size() > count) last.remove();
        }
        return last.stream().sorted(BY_LABEL).toList();
    }
}
