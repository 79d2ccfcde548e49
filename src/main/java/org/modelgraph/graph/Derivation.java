package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;

import java.util.List;

/**
 * Runs the rules until nothing new appears. A rule sees all that is known, what other rules derived
 * included; rules only add, so the end does not depend on their order.
 */
public final class Derivation {
    private final List<Rule> rules;
    private final Graph known;
    private final Graph derived = GraphFactory.createDefaultGraph();

    /**
     * A derivation over what is known at first.
     *
     * @param known is added to as things are derived
     */
    public Derivation(List<Rule> rules, Graph known) {
        this.rules = rules;
        this.known = known;
    }

    /** Derives all that follows, and returns everything derived so far. */
    public Graph run() {
        while (round() > 0) {}
        return derived;
    }

    private int round() {
        var before = derived.size();
        for (var rule : rules) {
            try (var execution = QueryExec.graph(known).query(rule.query()).build()) {
                var fresh = execution.construct();
                fresh.find()
                        .filterDrop(known::contains)
                        .toList()
                        .forEach(triple -> {
                            known.add(triple);
                            derived.add(triple);
                        });
            }
        }
        return derived.size() - before;
    }
}
