package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_OneOrMoreN;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.eval.PathEval;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The triples by which a property path leads from one node to another. */
final class PathChain {
    private final Graph graph;

    PathChain(Graph graph) {
        this.graph = graph;
    }

    /** A way with the fewest repetitions; empty where there is none, or none that can be told. */
    Optional<List<Triple>> between(Node from, Path path, Node to) {
        return switch (path) {
            case P_Link link -> triple(from, link.getNode(), to);
            case P_ReverseLink link -> triple(to, link.getNode(), from);
            case P_Inverse inverse -> between(to, inverse.getSubPath(), from);
            case P_Alt either ->
                    between(from, either.getLeft(), to)
                            .or(() -> between(from, either.getRight(), to));
            case P_Seq sequence -> sequence(from, sequence, to);
            case P_ZeroOrOne optional -> orNone(from, to, optional.getSubPath(), false);
            case P_ZeroOrMore1 many -> orNone(from, to, many.getSubPath(), true);
            case P_ZeroOrMoreN many -> orNone(from, to, many.getSubPath(), true);
            case P_OneOrMore1 many -> repeated(from, many.getSubPath(), to);
            case P_OneOrMoreN many -> repeated(from, many.getSubPath(), to);
            default -> Optional.empty();
        };
    }

    private Optional<List<Triple>> triple(Node subject, Node predicate, Node object) {
        var triple = Triple.create(subject, predicate, object);
        return graph.contains(triple) ? Optional.of(List.of(triple)) : Optional.empty();
    }

    private Optional<List<Triple>> orNone(Node from, Node to, Path path, boolean many) {
        if (from.equals(to)) return Optional.of(List.of());
        return many ? repeated(from, path, to) : between(from, path, to);
    }

    private Optional<List<Triple>> sequence(Node from, P_Seq path, Node to) {
        var middles = PathEval.eval1(graph, from, path.getLeft());
        while (middles.hasNext()) {
            var middle = middles.next();
            var rest = between(middle, path.getRight(), to);
            var first =
                    rest.isEmpty()
                            ? Optional.<List<Triple>>empty()
                            : between(from, path.getLeft(), middle);
            if (first.isPresent()) return Optional.of(joined(first.get(), rest.get()));
        }
        return Optional.empty();
    }

    private static List<Triple> joined(List<Triple> first, List<Triple> rest) {
        var all = new ArrayList<>(first);
        all.addAll(rest);
        return all;
    }

    private Optional<List<Triple>> repeated(Node from, Path once, Node to) {
        Map<Node, Node> reachedBy = new HashMap<>();
        var next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty() && !reachedBy.containsKey(to)) {
            var node = next.remove();
            PathEval.eval1(graph, node, once)
                    .forEachRemaining(reached -> {
                        if (reachedBy.putIfAbsent(reached, node) == null) next.add(reached);
                    });
        }
        List<Triple> chain = new ArrayList<>();
        for (var end = to; ; ) {
            var reached = end;
            var before = Optional.ofNullable(reachedBy.get(reached));
            var step = before.flatMap(b -> between(b, once, reached));
            if (step.isEmpty()) return Optional.empty();
            chain = joined(step.get(), chain);
            end = before.orElseThrow();
            if (end.equals(from)) return Optional.of(chain);
        }
    }
}
