package org.modelgraph.graph;

import org.apache.jena.graph.Graph;

import java.util.List;

/**
 * Runs the rules, level by level, until nothing new appears; see {@link RuleSet}. After the first
 * round of a level a rule is asked only what follows from what the round before derived.
 */
public final class Derivation {
    private final RuleSet rules;
    private final MemoryFacts facts;

    /**
     * A derivation over what is known at first.
     *
     * @param known is added to as things are derived
     */
    public Derivation(List<Rule> rules, Graph known) {
        this.rules = new RuleSet(rules);
        this.facts = new MemoryFacts(known);
    }

    /** Derives all that follows, and returns it. */
    public Graph run() {
        run(rules, facts);
        return facts.derived();
    }

    /** Adds all that follows to facts of which nothing is derived yet. */
    static void run(RuleSet rules, Facts facts) {
        for (var level = 0; level <= rules.highest(); level++) {
            var first = new TripleBag(facts.slice());
            RuleSet.round(
                    rules.at(level),
                    facts,
                    (rule, seen, sink) -> rule.consequences(seen, sink),
                    first::add);
            rules.extend(facts, first, level, _ -> {});
        }
    }
}
