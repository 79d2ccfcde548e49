package org.modelgraph.export;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a graph holds of things, as exports need it. Claims that are denied, speculated or disputed
 * are left out: formats without a word for that would state them.
 */
public final class Knowledge {
    static final String NS = Prefixes.BASE + "ns/";

    private static final Node URL = NodeFactory.createURI("https://schema.org/url");
    private static final Set<String> TOLD = Set.of("measured", "stated", "relayed");

    /** The attributes that exports have a place for. */
    private static final List<String> ATTRIBUTES =
            List.of(
                    "developedBy",
                    "derivedFrom",
                    "trainedOn",
                    "usesModel",
                    "releasedOn",
                    "describedAs",
                    "licenceName",
                    "accessName",
                    "sizeName");

    private final Graph graph;

    /** What a graph holds; the graph is read as long as this is used. */
    public Knowledge(Graph graph) {
        this.graph = graph;
    }

    Graph graph() {
        return graph;
    }

    static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }

    /**
     * A thing by its IRI.
     *
     * @throws Problem 404 where the graph says nothing of it
     */
    public Thing thing(Node node) {
        if (!graph.contains(node, Node.ANY, Node.ANY))
            throw Problem.of(Problem.Kind.NOT_FOUND, "The graph says nothing of <" + node + ">.")
                    .hint("Look for it by name at /search, or ask /sparql.");
        return named(node);
    }

    Thing named(Node node) {
        return new Thing(
                node,
                label(node, "en")
                        .or(() -> label(node, "zh"))
                        .or(() -> label(node, ""))
                        .orElseGet(() -> node.toString().replaceFirst("^.*[/#]", "")));
    }

    /** What a thing is called in a language. */
    Optional<String> label(Node node, String language) {
        return Stream.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), DCTerms.title.asNode())
                .flatMap(property -> objects(node, property).stream())
                .filter(o -> o.isLiteral() && o.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }

    List<Node> objects(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .distinct()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    Optional<Node> object(Node subject, String property) {
        return objects(subject, term(property)).stream().findFirst();
    }

    private Optional<String> text(Node subject, String property) {
        return object(subject, property)
                .map(o -> o.isLiteral() ? o.getLiteralLexicalForm() : localName(o));
    }

    private static String localName(Node node) {
        return node.toString().replaceFirst("^.*[/#]", "");
    }

    /** The things whose IRIs are of a kind, such as {@code model}, in the order of their IRIs. */
    public List<Node> ofKind(String kind) {
        var start = Prefixes.BASE + kind + "/";
        return graph
                .find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .mapWith(Triple::getSubject)
                .filterKeep(n -> n.isURI() && n.getURI().startsWith(start))
                .toList()
                .stream()
                .distinct()
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    /** The claims about a thing that are told, in the order of their IRIs. */
    private List<Node> claims(Node about, String className) {
        return graph
                .find(Node.ANY, term("about"), about)
                .mapWith(Triple::getSubject)
                .filterKeep(c -> c.isURI() && graph.contains(c, RDF.type.asNode(), term(className)))
                .toList()
                .stream()
                .distinct()
                .filter(this::isTold)
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    private boolean isTold(Node claim) {
        return TOLD.contains(text(claim, "stance").orElse("stated"))
                && !text(claim, "reviewStatus").orElse("").equals("disputed");
    }

    /** The results of a model. */
    List<ResultFacts> results(Thing model) {
        var results = new ArrayList<ResultFacts>();
        for (var claim : claims(model.node(), "EvaluationResult")) {
            var benchmark = object(claim, "benchmark");
            var metric = object(claim, "metric");
            var value = text(claim, "value");
            if (benchmark.isEmpty() || metric.isEmpty() || value.isEmpty()) continue;
            results.add(
                    new ResultFacts(
                            claim,
                            model,
                            named(benchmark.get()),
                            object(claim, "setting").map(this::named),
                            named(metric.get()),
                            text(metric.get(), "unit").orElse("unit-not-stated"),
                            text(metric.get(), "lowerIsBetter").orElse("").equals("true"),
                            value.get(),
                            text(claim, "stance").orElse("stated"),
                            source(claim),
                            object(claim, "assertedBy").map(this::named).orElse(model),
                            objects(claim, term("cites")).stream().map(Node::toString).toList(),
                            property -> text(claim, property)));
        }
        return results;
    }

    private Optional<SourceFacts> source(Node claim) {
        return object(claim, "statedIn")
                .flatMap(passage -> object(passage, "inSource"))
                .map(source ->
                        new SourceFacts(
                                source,
                                named(source).label(),
                                objects(source, URL).stream().map(Node::toString).findFirst(),
                                objects(source, DCTerms.creator.asNode()).stream()
                                        .findFirst()
                                        .map(this::named)));
    }

    /** The plain properties of a thing, those that are derived and those that are claimed. */
    List<AttributeFacts> attributes(Thing thing) {
        var attributes = new LinkedHashSet<AttributeFacts>();
        for (var attribute : ATTRIBUTES)
            objects(thing.node(), term(attribute)).forEach(o -> attributes.add(fact(attribute, o)));
        for (var claim : claims(thing.node(), "AttributeClaim")) {
            var attribute = object(claim, "attribute").map(Knowledge::localName).orElse("");
            if (!ATTRIBUTES.contains(attribute)) continue;
            for (var property : List.of("attributeResource", "attributeLiteral"))
                objects(claim, term(property)).forEach(o -> attributes.add(fact(attribute, o)));
        }
        return List.copyOf(attributes);
    }

    private AttributeFacts fact(String attribute, Node value) {
        return value.isLiteral()
                ? AttributeFacts.of(attribute, value)
                : AttributeFacts.of(attribute, named(value));
    }

    /** What is claimed of a thing under one attribute. */
    static List<AttributeFacts> of(List<AttributeFacts> all, String attribute) {
        return all.stream().filter(a -> a.attribute().equals(attribute)).toList();
    }
}
