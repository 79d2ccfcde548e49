package org.modelgraph.export;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.modelgraph.sparql.Prefixes;

import java.util.Optional;

/** Statements in the making. */
final class Assertions {
    static final String SCHEMA = "https://schema.org/";
    static final String DCTERMS = "http://purl.org/dc/terms/";

    private final Graph graph = GraphFactory.createDefaultGraph();

    Assertions add(Node subject, String property, Node object) {
        graph.add(Triple.create(subject, NodeFactory.createURI(property), object));
        return this;
    }

    Assertions type(Node subject, String type) {
        return add(subject, RDF.type.getURI(), NodeFactory.createURI(type));
    }

    Assertions text(Node subject, String property, String text) {
        return add(subject, property, NodeFactory.createLiteralString(text));
    }

    Assertions text(Node subject, String property, Optional<String> text) {
        text.ifPresent(t -> text(subject, property, t));
        return this;
    }

    Assertions day(Node subject, String property, String day) {
        return add(subject, property, NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate));
    }

    /** A thing by its IRI, with what it is called. */
    Assertions thing(Node subject, String property, Thing thing, String naming) {
        return add(subject, property, thing.node()).text(thing.node(), naming, thing.label());
    }

    /** All that was added, with the usual prefixes. */
    DatasetGraph quads() {
        var dataset = DatasetGraphFactory.wrap(graph);
        Prefixes.map().forEach(dataset.prefixes()::add);
        return dataset;
    }
}
