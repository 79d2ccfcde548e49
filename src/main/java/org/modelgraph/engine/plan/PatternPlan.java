package org.modelgraph.engine.plan;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.modelgraph.engine.operator.Cardinality;
import org.modelgraph.engine.operator.Condition;
import org.modelgraph.engine.operator.Edge;
import org.modelgraph.engine.operator.InGraph.Ends;
import org.modelgraph.engine.operator.Terms;
import org.modelgraph.engine.snapshot.Triples;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Orders a basic graph pattern: groups of edges that hang together are joined at once, patterns
 * whose predicate is a variable are scanned, and what has the fewest candidates goes first.
 */
final class PatternPlan {
    private static final double USUAL_DEGREE = 16;

    private final Triples triples;
    private final Terms terms;
    private final Slots slots;
    private final BitSet bound;
    private final List<Edge> edges = new ArrayList<>();
    private final List<Ends> scans = new ArrayList<>();

    /**
     * A plan in the making.
     *
     * @param bound the slots that are bound before
     */
    PatternPlan(Triples triples, Terms terms, Slots slots, BitSet bound) {
        this.triples = triples;
        this.terms = terms;
        this.slots = slots;
        this.bound = (BitSet) bound.clone();
    }

    /** The plan of a pattern; conditions on its variables are met on the way. */
    Plan of(List<Triple> pattern, BitSet needed, List<Condition> conditions) {
        for (var triple : pattern) if (!take(triple)) return new Plan.Nothing();
        var stages = new ArrayList<Stage>();
        while (!edges.isEmpty() || !scans.isEmpty()) stages.add(takeCheapest());
        var parts = new ArrayList<Plan>();
        var later = (BitSet) needed.clone();
        var open = new ArrayList<>(conditions);
        for (var stage : stages.reversed()) {
            parts.addFirst(stage.plan(later, open, triples));
            later.or(stage.slots());
        }
        return parts.size() == 1 ? parts.getFirst() : new Plan.Chain(List.copyOf(parts));
    }

    /** The stage of edges or of a scan. */
    private record Stage(List<Edge> edges, Optional<Ends> scan, double candidates) {
        /** The stage of nothing, to be improved upon. */
        static final Stage NONE = new Stage(List.of(), Optional.empty(), 0);

        BitSet slots() {
            var slots = new BitSet();
            for (var edge : edges) Edge.mark(slots, edge.subject(), edge.object());
            scan.ifPresent(s -> Edge.mark(slots, s.subject(), s.predicate(), s.object()));
            return slots;
        }

        Plan plan(BitSet needed, List<Condition> open, Triples triples) {
            var kept = (BitSet) needed.clone();
            var mine = open.stream().filter(c -> slots().get(c.slot())).toList();
            return scan.<Plan>map(s ->
                            new Plan.AnyPredicate(
                                    s.subject(), s.predicate(), s.object(), kept, triples))
                    .orElseGet(() -> new Plan.Join(edges, kept, mine, false, candidates));
        }
    }

    private boolean take(Triple triple) {
        var ends = new int[3];
        var nodes = List.of(triple.getSubject(), triple.getPredicate(), triple.getObject());
        for (var i = 0; i < ends.length; i++) {
            var end = end(nodes.get(i));
            if (end.isEmpty()) return false;
            ends[i] = end.get();
        }
        if (Edge.isSlot(ends[1])) {
            scans.add(new Ends(ends[0], ends[1], ends[2]));
            return true;
        }
        var index = triples.index(~ends[1]);
        index.ifPresent(i -> edges.add(new Edge(i, ends[0], ends[2])));
        return index.isPresent();
    }

    private Optional<Integer> end(Node node) {
        return Var.isVar(node)
                ? Optional.of(slots.of(Var.alloc(node)))
                : terms.known(node).map(number -> ~number);
    }

    private Stage takeCheapest() {
        var best = Stage.NONE;
        var least = Double.POSITIVE_INFINITY;
        for (var edge : edges) {
            var group = group(edge);
            var cost = cost(group);
            if (cost < least) {
                best = new Stage(group, Optional.empty(), cost);
                least = cost;
            }
        }
        for (var scan : scans) {
            var cost = cost(scan);
            if (cost < least) {
                best = new Stage(List.of(), Optional.of(scan), cost);
                least = cost;
            }
        }
        edges.removeAll(best.edges());
        best.scan().ifPresent(scans::remove);
        bound.or(best.slots());
        return best;
    }

    /** The edges that hang together with one, by variables that are not bound yet. */
    private List<Edge> group(Edge first) {
        var group = new ArrayList<Edge>();
        var reached = new BitSet();
        group.add(first);
        reach(first, reached);
        for (var grown = true; grown; ) {
            grown = false;
            for (var edge : edges)
                if (!group.contains(edge) && hangs(edge, reached)) {
                    group.add(edge);
                    reach(edge, reached);
                    grown = true;
                }
        }
        return group;
    }

    private void reach(Edge edge, BitSet reached) {
        if (isOpen(edge.subject())) reached.set(edge.subject());
        if (isOpen(edge.object())) reached.set(edge.object());
    }

    private static boolean hangs(Edge edge, BitSet reached) {
        return (Edge.isSlot(edge.subject()) && reached.get(edge.subject()))
                || (Edge.isSlot(edge.object()) && reached.get(edge.object()));
    }

    private boolean isOpen(int end) {
        return Edge.isSlot(end) && !bound.get(end);
    }

    private double cost(List<Edge> group) {
        var open = new BitSet();
        group.forEach(edge -> reach(edge, open));
        return open.stream()
                .mapToDouble(slot -> Cardinality.candidates(group, slot, bound))
                .min()
                .orElse(0);
    }

    private double cost(Ends scan) {
        if (isOpen(scan.subject()) && isOpen(scan.object()))
            return isOpen(scan.predicate()) ? triples.triples() : USUAL_DEGREE * USUAL_DEGREE;
        if (Edge.isSlot(scan.subject()) && Edge.isSlot(scan.object())) return USUAL_DEGREE;
        if (!Edge.isSlot(scan.subject())) return degree(~scan.subject(), true);
        return degree(~scan.object(), false);
    }

    private double degree(int term, boolean ofSubject) {
        return triples.indexes().stream()
                .mapToLong(i -> (ofSubject ? i.objects() : i.subjects()).degree(term))
                .sum();
    }
}
