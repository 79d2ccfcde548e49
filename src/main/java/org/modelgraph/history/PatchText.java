package org.modelgraph.history;

import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.sparql.core.Quad;

import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/**
 * Writes RDF Patch as text: a change is one line, terms stand in full as in N-Triples, and a blank
 * node keeps the label by which the store knows it.
 */
final class PatchText implements AutoCloseable {
    static final byte[] BEGIN = "TX .\n".getBytes(StandardCharsets.UTF_8);
    static final byte[] END = "TC .\n".getBytes(StandardCharsets.UTF_8);

    private static final NodeFormatterNT TERMS = new Terms();

    private static final class Terms extends NodeFormatterNT {
        @Override
        public void formatBNode(AWriter out, String label) {
            out.print("<_:");
            out.print(label);
            out.print(">");
        }

        @Override
        public void formatBNode(AWriter out, Node node) {
            formatBNode(out, node.getBlankNodeLabel());
        }
    }

    private final AWriter out;

    PatchText(OutputStream out) {
        this.out = IO.wrapUTF8(out);
    }

    void header(String name, Node value) {
        out.print("H " + name + " ");
        TERMS.format(out, value);
        out.print(" .\n");
    }

    void header(String name, String value) {
        header(name, NodeFactory.createLiteralString(value));
    }

    void header(String name, long value) {
        header(name, NodeFactory.createLiteralDT(String.valueOf(value), XSDDatatype.XSDinteger));
    }

    void change(char code, Quad quad) {
        out.print(code);
        term(quad.getSubject());
        term(quad.getPredicate());
        term(quad.getObject());
        if (!quad.isDefaultGraph()) term(quad.getGraph());
        out.print(" .\n");
    }

    private void term(Node node) {
        out.print(' ');
        TERMS.format(out, node);
    }

    /** Hands everything on. */
    @Override
    public void close() {
        out.flush();
    }

    /** A term as it stands in a patch. */
    static byte[] of(Node term) {
        var text = new StringWriter();
        var out = IO.wrap(text);
        TERMS.format(out, term);
        out.flush();
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
