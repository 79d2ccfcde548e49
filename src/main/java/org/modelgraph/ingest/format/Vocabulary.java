package org.modelgraph.ingest.format;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.modelgraph.sparql.Prefixes;

/** The terms that importers write. */
final class Vocabulary {
    static final Node TITLE = NodeFactory.createURI("http://purl.org/dc/terms/title");
    static final Node CREATOR = NodeFactory.createURI("http://purl.org/dc/terms/creator");
    static final Node LANGUAGE = NodeFactory.createURI("http://purl.org/dc/terms/language");
    static final Node LICENSE = NodeFactory.createURI("http://purl.org/dc/terms/license");
    static final Node RIGHTS = NodeFactory.createURI("http://purl.org/dc/terms/rights");
    static final Node SOURCE = NodeFactory.createURI("http://purl.org/dc/terms/source");
    static final Node IDENTIFIER = NodeFactory.createURI("http://purl.org/dc/terms/identifier");
    static final Node ISSUED = NodeFactory.createURI("http://purl.org/dc/terms/issued");
    static final Node URL = NodeFactory.createURI("https://schema.org/url");
    static final Node AGENT = NodeFactory.createURI("http://www.w3.org/ns/prov#Agent");
    static final Node ORGANIZATION =
            NodeFactory.createURI("http://www.w3.org/ns/prov#Organization");
    static final Node NOTE = NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#note");
    static final Node DEFINITION =
            NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#definition");

    private Vocabulary() {}

    /** A thing of ours, such as {@code model/gpt-4}. */
    static Node thing(String kindAndName) {
        return NodeFactory.createURI(Prefixes.BASE + kindAndName);
    }

    static Node term(String name) {
        return thing("ns/" + name);
    }

    static Node code(String name) {
        return thing("code/" + name);
    }

    static Node english(String text) {
        return NodeFactory.createLiteralLang(text, "en");
    }

    static Node chinese(String text) {
        return NodeFactory.createLiteralLang(text, "zh");
    }

    static Node plain(String text) {
        return NodeFactory.createLiteralString(text);
    }

    static Node typed(String text, XSDDatatype type) {
        return NodeFactory.createLiteralDT(text, type);
    }
}
