package org.modelgraph.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;

import java.util.Optional;
import java.util.function.Supplier;

/** Passes on only what is RDF: every IRI absolute, and made of the characters of IRIs. */
final class SoundSink extends StreamRDFWrapper {
    private static final String FORBIDDEN = "<>\"{}|\\^`";

    private final String name;
    private final Supplier<Optional<Position>> place;

    /**
     * A sink before another.
     *
     * @param name how the user calls the text
     * @param place where the parser last found something strange
     */
    SoundSink(String name, StreamRDF sink, Supplier<Optional<Position>> place) {
        super(sink);
        this.name = name;
        this.place = place;
    }

    @Override
    public void triple(Triple triple) {
        require(triple);
        super.triple(triple);
    }

    @Override
    public void quad(Quad quad) {
        if (!quad.isDefaultGraph()) require(quad.getGraph());
        require(quad.asTriple());
        super.quad(quad);
    }

    private void require(Triple triple) {
        require(triple.getSubject());
        require(triple.getPredicate());
        require(triple.getObject());
    }

    private void require(Node node) {
        if (node.isURI()) require(node.getURI());
        else if (node.isLiteral()) require(node.getLiteralDatatypeURI());
        else if (node.isTripleTerm()) require(node.getTriple());
    }

    private void require(String iri) {
        if (isAbsolute(iri)) return;
        var problem =
                Problem.of(
                                Problem.Kind.MALFORMED_DATA,
                                name
                                        + place.get()
                                                .map(p -> ":" + p.line() + ":" + p.column())
                                                .orElse("")
                                        + ": <"
                                        + iri
                                        + "> is no absolute IRI.")
                        .hint("Write IRIs in full, and escape blanks and quotation marks with %.");
        throw place.get().map(problem::at).orElse(problem);
    }

    /** A scheme, a colon and characters that IRIs may have (RFC 3987 §2.2). */
    private static boolean isAbsolute(String iri) {
        var colon = iri.indexOf(':');
        if (colon < 1 || !isLetter(iri.charAt(0))) return false;
        for (var i = 0; i < colon; i++) {
            var c = iri.charAt(i);
            if (!(isLetter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))
                return false;
        }
        for (var i = colon; i < iri.length(); i++)
            if (iri.charAt(i) <= ' ' || FORBIDDEN.indexOf(iri.charAt(i)) >= 0) return false;
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
