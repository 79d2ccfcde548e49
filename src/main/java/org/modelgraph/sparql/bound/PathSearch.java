package org.modelgraph.sparql.bound;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.modelgraph.problem.Problem;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Follows property paths (SPARQL 1.1 Query §18.4) through a graph, breadth first: the stack grows
 * with the path expression alone, however long the way through the graph is, and every step looks
 * whether the query was stopped.
 */
final class PathSearch {
    private static final int STEPS_BETWEEN_LOOKS = 256;

    private final Graph graph;
    private final AtomicBoolean signal;
    private final Budget budget;
    private int steps;

    PathSearch(Graph graph, AtomicBoolean signal, Budget budget) {
        this.graph = graph;
        this.signal = signal;
        this.budget = budget;
    }

    /**
     * The ends of a path, as often as there are ways of the kind that SPARQL counts.
     *
     * @param from where the path begins, or where it ends if it is followed backwards
     */
    Collection<Node> ends(Path path, Node from, boolean forward) {
        return switch (path) {
            case P_Link link -> step(from, link.getNode(), forward);
            case P_ReverseLink link -> step(from, link.getNode(), !forward);
            case P_Inverse inverse -> ends(inverse.getSubPath(), from, !forward);
            case P_Seq sequence ->
                    forward
                            ? sequence(sequence.getLeft(), sequence.getRight(), from, true)
                            : sequence(sequence.getRight(), sequence.getLeft(), from, false);
            case P_Alt either -> either(either, from, forward);
            case P_ZeroOrOne optional -> {
                var ends = new LinkedHashSet<>(ends(optional.getSubPath(), from, forward));
                ends.add(from);
                yield ends;
            }
            case P_ZeroOrMore1 closure -> closure(closure.getSubPath(), List.of(from), forward);
            case P_OneOrMore1 closure ->
                    closure(
                            closure.getSubPath(),
                            ends(closure.getSubPath(), from, forward),
                            forward);
            case P_NegPropSet others -> others(others, from, forward);
            default ->
                    throw Problem.of(
                                    Problem.Kind.REFUSED_QUERY,
                                    "The path " + path + " is not of SPARQL 1.1.")
                            .hint("Write it with /, |, ^, *, +, ? and !.");
        };
    }

    private Collection<Node> either(P_Alt either, Node from, boolean forward) {
        var ends = new ArrayList<>(ends(either.getLeft(), from, forward));
        ends.addAll(ends(either.getRight(), from, forward));
        budget.requireRows(ends.size());
        return ends;
    }

    private Collection<Node> sequence(Path first, Path second, Node from, boolean forward) {
        var ends = new ArrayList<Node>();
        for (var middle : ends(first, from, forward)) {
            ends.addAll(ends(second, middle, forward));
            budget.requireRows(ends.size());
        }
        return ends;
    }

    private Set<Node> closure(Path path, Collection<Node> first, boolean forward) {
        var reached = new LinkedHashSet<>(first);
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            look();
            for (var end : ends(path, open.poll(), forward)) if (reached.add(end)) open.add(end);
            budget.requireRows(reached.size());
        }
        return reached;
    }

    private Collection<Node> others(P_NegPropSet path, Node from, boolean forward) {
        var excluded = forward ? path.getFwdNodes() : path.getBwdNodes();
        var excludedBack = forward ? path.getBwdNodes() : path.getFwdNodes();
        var ends = new ArrayList<Node>();
        if (!excluded.isEmpty()) collect(from, excluded, true, ends);
        if (!excludedBack.isEmpty()) collect(from, excludedBack, false, ends);
        return ends;
    }

    private void collect(Node from, List<Node> excluded, boolean forward, List<Node> ends) {
        find(
                from,
                Node.ANY,
                forward,
                triple -> {
                    if (!excluded.contains(triple.getPredicate())) ends.add(end(triple, forward));
                });
    }

    private Collection<Node> step(Node from, Node property, boolean forward) {
        var ends = new ArrayList<Node>();
        find(
                from,
                property,
                forward,
                triple -> {
                    ends.add(end(triple, forward));
                    budget.requireRows(ends.size());
                });
        return ends;
    }

    private static Node end(Triple triple, boolean forward) {
        return forward ? triple.getObject() : triple.getSubject();
    }

    private void find(
            Node from,
            Node property,
            boolean forward,
            java.util.function.Consumer<Triple> consumer) {
        look();
        if (forward && from.isLiteral()) return;
        var found =
                forward
                        ? graph.find(from, property, Node.ANY)
                        : graph.find(Node.ANY, property, from);
        try {
            while (found.hasNext()) {
                look();
                consumer.accept(found.next());
            }
        } finally {
            found.close();
        }
    }

    private void look() {
        if (++steps % STEPS_BETWEEN_LOOKS == 0) Budget.proceed(signal);
    }
}
