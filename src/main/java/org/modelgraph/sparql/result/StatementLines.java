package org.modelgraph.sparql.result;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

import java.util.Map;

/**
 * Triples and quads, one a line: nothing is held, however many there are of one subject. Turtle and
 * TriG with prefixes, N-Triples and N-Quads in full.
 */
final class StatementLines {
    private static final Node TYPE = RDF.type.asNode();

    private final Utf8Buffer out;
    private final TermBytes terms;
    private final boolean prefixed;
    private final BlankLabels labels = new BlankLabels.Stored();

    /**
     * Lines.
     *
     * @param prefixed true of Turtle and TriG
     */
    StatementLines(Utf8Buffer out, TermBytes terms, boolean prefixed) {
        this.out = out;
        this.terms = terms;
        this.prefixed = prefixed;
    }

    void prefixes(Map<String, String> namespaces) {
        namespaces.forEach((prefix, namespace) -> {
            out.add("PREFIX ");
            out.add(prefix);
            out.add(": <");
            out.add(namespace, Escapes.IRI);
            out.add(">\n");
        });
    }

    void triple(Triple triple) {
        statement(triple.getSubject(), triple.getPredicate(), triple.getObject());
        out.add(' ');
        out.add('.');
        out.add('\n');
    }

    void quad(Quad quad) {
        if (quad.isDefaultGraph()) {
            triple(quad.asTriple());
        } else if (prefixed) {
            term(quad.getGraph());
            out.add(" { ");
            statement(quad.getSubject(), quad.getPredicate(), quad.getObject());
            out.add(" }\n");
        } else {
            statement(quad.getSubject(), quad.getPredicate(), quad.getObject());
            out.add(' ');
            term(quad.getGraph());
            out.add(" .\n");
        }
    }

    private void statement(Node subject, Node predicate, Node object) {
        term(subject);
        out.add(' ');
        if (prefixed && predicate.equals(TYPE)) out.add('a');
        else term(predicate);
        out.add(' ');
        term(object);
    }

    private void term(Node term) {
        terms.write(term, out, labels);
    }
}
