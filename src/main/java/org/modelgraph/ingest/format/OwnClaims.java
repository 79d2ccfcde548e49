package org.modelgraph.ingest.format;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.modelgraph.sparql.Prefixes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Claims that a file makes in our own terms: each is taken with its passage, its source and the
 * things that the file describes for it, and becomes unreviewed.
 */
final class OwnClaims {
    private static final String CLAIM = Prefixes.BASE + "claim/";
    private static final Node REVIEW = Vocabulary.term("reviewStatus");

    private final Intake intake;

    OwnClaims(Intake intake) {
        this.intake = intake;
    }

    /** Takes all claims and returns how many there are. */
    int take(Graph graph) {
        var claims =
                graph
                        .find(Node.ANY, RDF.type.asNode(), Node.ANY)
                        .filterKeep(t ->
                                t.getSubject().isURI()
                                        && t.getSubject().getURI().startsWith(CLAIM)
                                        && t.getObject().isURI()
                                        && t.getObject().getURI().startsWith(Prefixes.BASE + "ns/"))
                        .mapWith(Triple::getSubject)
                        .toList()
                        .stream()
                        .distinct()
                        .sorted((a, b) -> a.getURI().compareTo(b.getURI()))
                        .toList();
        for (var claim : claims)
            intake.take(new Finding(0, claim.getURI(), true, about(claim, graph)));
        return claims.size();
    }

    private static List<Triple> about(Node claim, Graph graph) {
        var triples = new LinkedHashSet<Triple>();
        var reached = new LinkedHashSet<Node>();
        var next = new ArrayDeque<Node>();
        next.add(claim);
        while (!next.isEmpty()) {
            var node = next.poll();
            if (!reached.add(node)) continue;
            for (var triple : sorted(graph.find(node, Node.ANY, Node.ANY).toList())) {
                if (triple.getObject().isTripleTerm()) continue;
                triples.add(unreviewed(triple));
                if (follows(triple.getObject())) next.add(triple.getObject());
            }
            if (node.isURI() && node.getURI().startsWith(Prefixes.BASE + "source/"))
                graph.find(Node.ANY, Vocabulary.SOURCE, node)
                        .toList()
                        .forEach(t -> next.add(t.getSubject()));
        }
        return new ArrayList<>(triples);
    }

    private static List<Triple> sorted(List<Triple> triples) {
        return triples.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
    }

    private static boolean follows(Node object) {
        return object.isURI()
                && object.getURI().startsWith(Prefixes.BASE)
                && !object.getURI().startsWith(CLAIM)
                && !object.getURI().startsWith(Prefixes.BASE + "ns/");
    }

    private static Triple unreviewed(Triple triple) {
        return triple.getPredicate().equals(REVIEW)
                ? Triple.create(triple.getSubject(), REVIEW, Vocabulary.code("unreviewed"))
                : triple;
    }
}
