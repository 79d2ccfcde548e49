package org.modelgraph.http.pages;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.modelgraph.history.Commit;
import org.modelgraph.history.PatchLines;
import org.modelgraph.sparql.Prefixes;

import java.util.List;
import java.util.Optional;

/**
 * What changed from one version to another.
 *
 * @param commit the commit, where it was one
 * @param lines the first changes
 * @param all how many changes there are
 */
public record ChangePage(
        Frame frame, long from, long to, Optional<Commit> commit, List<Line> lines, long all) {
    /** A term, and the IRI that it leads to; empty where it leads nowhere. */
    public record Term(String text, String iri) {
        static Term of(Node node) {
            if (!node.isURI()) return new Term(PatchLines.term(node), "");
            var iri = node.getURI();
            return new Term(Prefixes.shorten(iri).orElse("<" + iri + ">"), iri);
        }
    }

    /** A quad that is there since, or is gone. */
    public record Line(
            boolean isAddition, Term subject, Term predicate, Term object, Optional<Term> graph) {
        /** The line of a quad. */
        public static Line of(boolean added, Quad quad) {
            return new Line(
                    added,
                    Term.of(quad.getSubject()),
                    Term.of(quad.getPredicate()),
                    Term.of(quad.getObject()),
                    quad.isDefaultGraph()
                            ? Optional.empty()
                            : Optional.of(Term.of(quad.getGraph())));
        }
    }

    /** What the page is about, in the reader's language. */
    public String title() {
        return commit.isPresent()
                ? frame.texts().get("change.headline", to)
                : frame.texts().get("change.between", from, to);
    }

    /** The same as data. */
    public String data(String extension) {
        var base = frame.addresses().basePath() + "/changes";
        return commit.isPresent()
                ? base + "/" + to + "." + extension
                : base + "?from=" + from + "&to=" + to + "&format=" + extension;
    }
}
