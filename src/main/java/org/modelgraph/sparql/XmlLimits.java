package org.modelgraph.sparql;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.impl.Util;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.result.XmlCharacters;

/** What can't be said in XML, and so not in RDF/XML. */
final class XmlLimits {
    private XmlLimits() {}

    /**
     * Lets a graph pass that RDF/XML can hold.
     *
     * @throws Problem 406, naming what can't be written
     */
    static void requireWritable(Graph graph) {
        graph.find().forEachRemaining(XmlLimits::requireWritable);
    }

    private static void requireWritable(Triple triple) {
        var predicate = triple.getPredicate().getURI();
        if (Util.splitNamespaceXML(predicate) == predicate.length())
            throw XmlCharacters.refused(
                    "the property <" + predicate + ">, whose end is no XML name");
        requireWritable(triple.getObject());
    }

    /**
     * Lets a term pass all whose characters XML has.
     *
     * @throws Problem 406, naming the character
     */
    private static void requireWritable(Node node) {
        if (!node.isLiteral()) return;
        node.getLiteralLexicalForm()
                .codePoints()
                .filter(c -> !XmlCharacters.isXml(c))
                .findFirst()
                .ifPresent(c -> {
                    throw XmlCharacters.refused(c);
                });
    }
}
