package org.modelgraph.history;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** Quads and differences as the lines of a patch. */
public final class PatchLines {
    private PatchLines() {}

    /** A term in full, as N-Triples has it; a blank node with the store's label. */
    public static String term(Node node) {
        return new String(PatchText.of(node), StandardCharsets.UTF_8);
    }

    /** Quads, each as its terms with blanks between them. */
    public static List<String> of(Collection<Quad> quads) {
        return quads.stream().map(PatchLines::line).toList();
    }

    private static String line(Quad quad) {
        var triple =
                term(quad.getSubject())
                        + " "
                        + term(quad.getPredicate())
                        + " "
                        + term(quad.getObject());
        return quad.isDefaultGraph() ? triple : triple + " " + term(quad.getGraph());
    }

    /** A difference as an RDF Patch. */
    public static byte[] patch(Difference difference) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(PatchText.BEGIN);
        try (var out = new PatchText(bytes)) {
            difference.removed().forEach(q -> out.change('D', q));
            difference.added().forEach(q -> out.change('A', q));
        }
        bytes.writeBytes(PatchText.END);
        return bytes.toByteArray();
    }
}
