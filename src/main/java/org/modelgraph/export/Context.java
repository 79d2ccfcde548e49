package org.modelgraph.export;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.modelgraph.sparql.Prefixes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The JSON-LD context of our terms: each by its local name, things as IRIs. */
public final class Context {
    private Context() {}

    /** The context document. */
    public static String text(Graph ontology) {
        return Document.json(Map.of("@context", of(ontology)));
    }

    /** A frame for things of a class: claims, passages and sources inside of what mentions them. */
    public static String frame(Graph ontology, String type) {
        var frame = new LinkedHashMap<String, Object>();
        frame.put("@context", of(ontology));
        frame.put("@type", type);
        return Document.json(frame);
    }

    static Map<String, Object> of(Graph ontology) {
        var context = new LinkedHashMap<String, Object>();
        context.put("@version", 1.1);
        Prefixes.map().forEach(context::put);
        context.put("label", Map.of("@id", "rdfs:label", "@container", "@language"));
        var terms = new TreeMap<String, Object>();
        for (var type : new Node[] {OWL2.Class.asNode()})
            each(ontology, type, (name, iri) -> terms.put(name, iri));
        each(
                ontology,
                OWL2.DatatypeProperty.asNode(),
                (name, iri) -> terms.put(name, Map.of("@id", iri)));
        each(
                ontology,
                OWL2.ObjectProperty.asNode(),
                (name, iri) -> terms.put(name, Map.of("@id", iri, "@type", "@id")));
        context.putAll(terms);
        return context;
    }

    @FunctionalInterface
    private interface Term {
        void take(String name, String iri);
    }

    private static void each(Graph ontology, Node type, Term term) {
        ontology.find(Node.ANY, RDF.type.asNode(), type)
                .mapWith(Triple::getSubject)
                .filterKeep(n -> n.isURI() && n.getURI().startsWith(Knowledge.NS))
                .toList()
                .forEach(n -> term.take(n.getURI().substring(Knowledge.NS.length()), n.getURI()));
    }

    /** The class of the things of a kind, by its local name. */
    static String className(Graph graph, Node thing) {
        return graph
                .find(thing, RDF.type.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(t -> t.isURI() && t.getURI().startsWith(Knowledge.NS))
                .mapWith(t -> t.getURI().substring(Knowledge.NS.length()))
                .toList()
                .stream()
                .sorted()
                .findFirst()
                .orElse(NodeFactory.createURI(Knowledge.NS + "Claim").getLocalName());
    }
}
