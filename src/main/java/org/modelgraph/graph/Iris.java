package org.modelgraph.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.modelgraph.sparql.Prefixes;

/** The IRIs of ours that code refers to; a test holds them against the ontology. */
public final class Iris {
    /** The namespace of the ontology's terms. */
    public static final String NS = Prefixes.BASE + "ns/";

    /** The graph that holds what the rules derive. */
    public static final Node DERIVED = graph("derived");

    /** The graph that tells which file each bundled graph was loaded from. */
    public static final Node CATALOG = graph("catalog");

    public static final Node SOURCE_FILE = term("sourceFile");
    public static final Node CONTENT_HASH = term("contentHash");
    public static final Node STATED_IN = term("statedIn");
    public static final Node IN_SOURCE = term("inSource");
    public static final Node LOCATOR = term("locator");
    public static final Node QUOTATION = term("quotation");

    private Iris() {}

    /** A term of the ontology. */
    public static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }

    /** A source of ours. */
    public static Node source(String name) {
        return NodeFactory.createURI(Prefixes.BASE + "source/" + name);
    }

    /** A named graph of ours. */
    public static Node graph(String name) {
        return NodeFactory.createURI(Prefixes.BASE + "graph/" + name);
    }
}
