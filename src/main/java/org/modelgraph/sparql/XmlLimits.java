package org.modelgraph.sparql;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.impl.Util;
import org.modelgraph.problem.Problem;

/** What can't be said in XML, and so neither in RDF/XML nor in the XML format of results. */
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
            throw refused("the property <" + predicate + ">, whose end is no XML name");
        requireWritable(triple.getObject());
    }

    /**
     * Lets a term pass all whose characters XML has.
     *
     * @throws Problem 406, naming the character
     */
    static void requireWritable(Node node) {
        if (!node.isLiteral()) return;
        node.getLiteralLexicalForm()
                .codePoints()
                .filter(c -> !isXml(c))
                .findFirst()
                .ifPresent(c -> {
                    throw refused(String.format("the character U+%04X", c));
                });
    }

    /** The characters of XML 1.0 (§2.2). */
    private static boolean isXml(int c) {
        return c >= 0x20 ? c <= 0xd7ff || (c >= 0xe000 && c != 0xfffe && c != 0xffff) : isBlank(c);
    }

    private static boolean isBlank(int c) {
        return c == '\t' || c == '\n' || c == '\r';
    }

    private static Problem refused(String what) {
        return Problem.of(
                        Problem.Kind.NOT_ACCEPTABLE,
                        "The answer holds " + what + ": XML can't say that.")
                .hint("Ask for another format, such as Turtle or JSON.");
    }
}
