package org.modelgraph.history;

import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.sparql.core.Quad;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes RDF Patch as text: a change is one line, terms stand in full as in N-Triples, and a blank
 * node keeps the label by which the store knows it.
 */
public final class PatchText implements AutoCloseable {
    /** The line before the changes. */
    public static final byte[] BEGIN = "TX .\n".getBytes(StandardCharsets.UTF_8);

    /** The line behind the changes. */
    public static final byte[] END = "TC .\n".getBytes(StandardCharsets.UTF_8);

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

    /** A patch that goes to an output, which stays the caller's. */
    public PatchText(OutputStream out) {
        this.out = IO.wrapUTF8(out);
    }

    /** Writes a line of the header. */
    public void header(String name, Node value) {
        out.print("H " + name + " ");
        TERMS.format(out, value);
        out.print(" .\n");
    }

    /** Writes a line of the header. */
    public void header(String name, String value) {
        header(name, NodeFactory.createLiteralString(value));
    }

    /** Writes a line of the header. */
    public void header(String name, long value) {
        header(name, NodeFactory.createLiteralDT(String.valueOf(value), XSDDatatype.XSDinteger));
    }

    /**
     * Writes a change.
     *
     * @param code {@code A} for a quad that comes, {@code D} for one that goes
     */
    public void change(char code, Quad quad) {
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

    /** A patch that is in memory: its header, and the lines of its changes. */
    public static byte[] whole(byte[] header, byte[] changes) {
        var patch = new ByteArrayOutputStream();
        for (var part : List.of(header, BEGIN, changes, END)) patch.writeBytes(part);
        return patch.toByteArray();
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
