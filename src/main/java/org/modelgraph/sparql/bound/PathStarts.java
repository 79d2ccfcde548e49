package org.modelgraph.sparql.bound;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Where a path whose ends are both open can begin: at the subjects of its first step, or, of a path
 * that may have no step, at every node of the graph.
 */
final class PathStarts {
    private static final int FINDS_BETWEEN_LOOKS = 1024;

    private final Graph graph;
    private final AtomicBoolean signal;
    private final Budget budget;
    private final Set<Node> starts = new LinkedHashSet<>();
    private int finds;

    private PathStarts(Graph graph, AtomicBoolean signal, Budget budget) {
        this.graph = graph;
        this.signal = signal;
        this.budget = budget;
    }

    static Set<Node> of(Path path, Graph graph, AtomicBoolean signal, Budget budget) {
        var starts = new PathStarts(graph, signal, budget);
        if (!starts.collect(path, true)) starts.everything();
        return starts.starts;
    }

    /** Collects the starts of a path; false where only its every node would do. */
    private boolean collect(Path path, boolean forward) {
        return switch (path) {
            case P_Link link -> ends(link.getNode(), forward);
            case P_ReverseLink link -> ends(link.getNode(), !forward);
            case P_Inverse inverse -> collect(inverse.getSubPath(), !forward);
            case P_Seq sequence ->
                    collect(forward ? sequence.getLeft() : sequence.getRight(), forward);
            case P_Alt either ->
                    collect(either.getLeft(), forward) && collect(either.getRight(), forward);
            case P_OneOrMore1 closure -> collect(closure.getSubPath(), forward);
            default -> false;
        };
    }

    private boolean ends(Node property, boolean forward) {
        find(property, forward, !forward);
        return true;
    }

    private void everything() {
        find(Node.ANY, true, true);
    }

    private void find(Node property, boolean subjects, boolean objects) {
        var found = graph.find(Node.ANY, property, Node.ANY);
        try {
            while (found.hasNext()) {
                if (++finds % FINDS_BETWEEN_LOOKS == 0) Budget.proceed(signal);
                var triple = found.next();
                if (subjects) starts.add(triple.getSubject());
                if (objects) starts.add(triple.getObject());
                budget.requireRows(starts.size());
            }
        } finally {
            found.close();
        }
    }
}
