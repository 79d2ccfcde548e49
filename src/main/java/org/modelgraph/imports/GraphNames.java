package org.modelgraph.imports;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.modelgraph.ingest.Names;
import org.modelgraph.ingest.format.Minting;
import org.modelgraph.naming.NameIndex;
import org.modelgraph.naming.Named;
import org.modelgraph.sparql.Prefixes;

import java.util.List;
import java.util.Optional;

/**
 * The names of the things of a graph: labels, other labels, notations, the IRIs of exact matches,
 * and reviewed names.
 */
public final class GraphNames {
    private static final Node DEVELOPED_BY =
            NodeFactory.createURI(Prefixes.BASE + "ns/developedBy");
    private static final Node PROV_AGENT = NodeFactory.createURI("http://www.w3.org/ns/prov#Agent");
    private static final Node PROV_ORGANIZATION =
            NodeFactory.createURI("http://www.w3.org/ns/prov#Organization");
    private static final List<String> CLASSES =
            List.of(
                    "Model",
                    "ModelFamily",
                    "System",
                    "Baseline",
                    "Benchmark",
                    "Metric",
                    "EvaluationSetting",
                    "Dataset",
                    "Technique",
                    "Limitation",
                    "Risk",
                    "Challenge",
                    "Threat",
                    "Mitigation",
                    "Modality",
                    "Capability",
                    "Use",
                    "DisclosureItem",
                    "Incident",
                    "Field");

    private GraphNames() {}

    /**
     * The index of what a graph names, but for the things that imports made.
     *
     * @param graph valid during the call
     * @param reviewed names as sources print them
     */
    public static NameIndex index(Graph graph, Names reviewed) {
        var index = new NameIndex();
        for (var name : CLASSES)
            addAll(index, graph, NodeFactory.createURI(Prefixes.BASE + "ns/" + name));
        addAll(index, graph, PROV_AGENT);
        addAll(index, graph, PROV_ORGANIZATION);
        reviewed.forEach((column, printed, name) ->
                index.name(column, NodeFactory.createURI(Prefixes.BASE + name), printed));
        graph.find(Node.ANY, DEVELOPED_BY, Node.ANY)
                .forEachRemaining(t -> index.maker(t.getSubject(), t.getObject()));
        return index;
    }

    private static void addAll(NameIndex index, Graph graph, Node type) {
        for (var triple : graph.find(Node.ANY, RDF.type.asNode(), type).toList()) {
            var node = triple.getSubject();
            if (node.isURI() && !Minting.made(node)) add(index, graph, node);
        }
    }

    private static void add(NameIndex index, Graph graph, Node node) {
        var kind = kind(node);
        var english = label(graph, node, "en");
        if (kind.isEmpty() || english.isEmpty()) return;
        var chinese = label(graph, node, "zh").orElse(english.get());
        index.add(new Named(node, kind, english.get(), chinese, false));
        graph.find(node, SKOS.exactMatch.asNode(), Node.ANY)
                .toList()
                .forEach(t -> index.name(kind, node, t.getObject().toString()));
        for (var property : List.of(SKOS.altLabel.asNode(), SKOS.notation.asNode()))
            graph.find(node, property, Node.ANY)
                    .toList()
                    .forEach(t -> index.name(kind, node, t.getObject().getLiteralLexicalForm()));
    }

    /** The kind in an IRI of ours; agents count as organisations, as sources name both alike. */
    private static String kind(Node node) {
        if (!node.getURI().startsWith(Prefixes.BASE)) return "";
        var local = node.getURI().substring(Prefixes.BASE.length());
        var slash = local.indexOf('/');
        if (slash < 0) return "";
        var kind = local.substring(0, slash);
        return kind.equals("agent") ? "organization" : kind;
    }

    /** The label of a thing in a language. */
    static Optional<String> label(Graph graph, Node node, String language) {
        for (var property : List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode())) {
            var found =
                    graph.find(node, property, Node.ANY)
                            .mapWith(t -> t.getObject())
                            .filterKeep(
                                    o -> o.isLiteral() && o.getLiteralLanguage().equals(language))
                            .toList();
            if (!found.isEmpty()) return Optional.of(found.getFirst().getLiteralLexicalForm());
        }
        return Optional.empty();
    }
}
