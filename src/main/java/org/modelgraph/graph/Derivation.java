package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Runs the rules until nothing new appears. A rule sees all that is known, what other rules derived
 * included; rules only add, so the end does not depend on their order. After the first round a rule
 * is asked only what follows from the triples that the round before derived. The rules that ask for
 * what is not there run when the others have come to their end.
 */
public final class Derivation {
    private final List<RuleBody> adding;
    private final List<RuleBody> closing;
    private final Graph known;
    private final Graph derived = GraphFactory.createDefaultGraph();

    /**
     * A derivation over what is known at first.
     *
     * @param known is added to as things are derived
     */
    public Derivation(List<Rule> rules, Graph known) {
        this.adding = rules.stream().filter(r -> !r.closing()).map(RuleBody::new).toList();
        this.closing = rules.stream().filter(Rule::closing).map(RuleBody::new).toList();
        this.known = known;
    }

    /** Derives all that follows, and returns everything derived so far. */
    public Graph run() {
        extend(all(adding));
        extend(all(closing));
        return derived;
    }

    private List<Triple> all(List<RuleBody> rules) {
        return round(rules, (rule, sink) -> rule.consequences(known, sink));
    }

    private void extend(List<Triple> first) {
        var fresh = first;
        while (!fresh.isEmpty()) {
            var last = fresh;
            fresh = round(adding, (rule, sink) -> rule.consequences(known, last, sink));
        }
    }

    private List<Triple> round(
            List<RuleBody> rules, BiConsumer<RuleBody, Consumer<Triple>> consequences) {
        var found =
                rules.parallelStream()
                        .map(rule -> {
                            var triples = new ArrayList<Triple>();
                            consequences.accept(rule, triples::add);
                            return triples;
                        })
                        .toList();
        return found.stream().flatMap(triples -> keep(triples).stream()).toList();
    }

    private List<Triple> keep(Collection<Triple> found) {
        var fresh = new ArrayList<Triple>();
        for (var triple : found) {
            if (known.contains(triple)) continue;
            known.add(triple);
            derived.add(triple);
            fresh.add(triple);
        }
        return fresh;
    }
}
