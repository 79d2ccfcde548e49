package org.modelgraph.engine.plan;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.modelgraph.engine.operator.InGraph.Ends;
import org.modelgraph.engine.operator.Terms;
import org.modelgraph.engine.snapshot.Snapshot;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Plans the pattern of one graph: of a named one over its own triples, of a variable over all
 * triples, with the graph found for what matches.
 */
final class NamedPlan {
    private final Snapshot snapshot;
    private final Terms terms;
    private final Slots slots;
    private final BitSet bound;

    NamedPlan(Snapshot snapshot, Terms terms, Slots slots, BitSet bound) {
        this.snapshot = snapshot;
        this.terms = terms;
        this.slots = slots;
        this.bound = bound;
    }

    Plan of(Scope.Named pattern, BitSet needed) {
        return Var.isVar(pattern.graph())
                ? any(slots.of(Var.alloc(pattern.graph())), pattern.triples())
                : terms.known(pattern.graph())
                        .map(graph -> one(graph, pattern.triples(), needed))
                        .orElseGet(Plan.Nothing::new);
    }

    private Plan one(int graph, List<Triple> triples, BitSet needed) {
        return new PatternPlan(snapshot.graph(graph), terms, slots, bound)
                .of(triples, needed, List.of());
    }

    /** All ends are needed, since the graph is found by them. */
    private Plan any(int graph, List<Triple> triples) {
        var ends = new ArrayList<Ends>();
        var needed = new BitSet();
        for (var triple : triples) {
            var subject = end(triple.getSubject(), needed);
            var predicate = end(triple.getPredicate(), needed);
            var object = end(triple.getObject(), needed);
            if (subject.isEmpty() || predicate.isEmpty() || object.isEmpty())
                return new Plan.Nothing();
            ends.add(new Ends(subject.get(), predicate.get(), object.get()));
        }
        var matched = new PatternPlan(snapshot, terms, slots, bound).of(triples, needed, List.of());
        return new Plan.Chain(List.of(matched, new Plan.InGraph(graph, List.copyOf(ends))));
    }

    private Optional<Integer> end(Node node, BitSet needed) {
        if (!Var.isVar(node)) return terms.known(node).map(number -> ~number);
        var slot = slots.of(Var.alloc(node));
        needed.set(slot);
        return Optional.of(slot);
    }
}
