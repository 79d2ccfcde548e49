package org.modelgraph.catalog;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.modelgraph.graph.Document;
import org.modelgraph.graph.Iris;
import org.modelgraph.sparql.Prefixes;

import java.nio.charset.StandardCharsets;

/**
 * The catalogue as data: every question is a {@code sh:SPARQLSelectExecutable} (SHACL Advanced
 * Features, section 5.3; the form in which editors that offer examples look for them), so that who
 * has the graph has its questions.
 */
public final class QueryExamples {
    private static final String SHACL = "http://www.w3.org/ns/shacl#";
    private static final Node KEYWORDS = NodeFactory.createURI("https://schema.org/keywords");

    private QueryExamples() {}

    /** The document that holds the questions of a catalogue. */
    public static Document of(Catalog catalog) {
        var triples = GraphFactory.createDefaultGraph();
        catalog.queries().forEach(query -> describe(query, triples));
        var texts =
                catalog.queries().stream()
                        .map(query -> query.text().getBytes(StandardCharsets.UTF_8))
                        .toList();
        return new Document(
                "queries",
                Document.Part.QUERIES,
                Iris.graph("queries"),
                Document.hash(texts),
                triples);
    }

    /** The IRI of a question: topic and name, with a dot between them. */
    public static Node iri(SavedQuery query) {
        return NodeFactory.createURI(Prefixes.BASE + "query/" + query.id().replace('/', '.'));
    }

    private static void describe(SavedQuery query, Graph triples) {
        var subject = iri(query);
        triples.add(subject, RDF.type.asNode(), shacl("SPARQLExecutable"));
        triples.add(subject, RDF.type.asNode(), shacl("SPARQLSelectExecutable"));
        query.title()
                .forEach((language, text) ->
                        triples.add(
                                subject,
                                RDFS.label.asNode(),
                                NodeFactory.createLiteralLang(text, language)));
        query.description()
                .forEach((language, text) ->
                        triples.add(
                                subject,
                                RDFS.comment.asNode(),
                                NodeFactory.createLiteralLang(text, language)));
        query.tags()
                .forEach(tag ->
                        triples.add(subject, KEYWORDS, NodeFactory.createLiteralString(tag)));
        triples.add(subject, shacl("select"), NodeFactory.createLiteralString(query.text()));
    }

    private static Node shacl(String name) {
        return NodeFactory.createURI(SHACL + name);
    }
}
