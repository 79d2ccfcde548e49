package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.modelgraph.problem.Problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Rules in levels. On level 0 are the rules to which more data can only add; they go on running on
 * all levels. A rule that asks for what is not there, or takes what may be there, stands on a level
 * above all rules that conclude such things, and so finds them complete: the rules are stratified.
 */
final class RuleSet {
    private final List<RuleBody> all;
    private final Map<RuleBody, Integer> levels = new HashMap<>();
    private final Map<Node, Integer> levelOfPredicate = new HashMap<>();

    /**
     * Puts rules in levels.
     *
     * @throws Problem where that can't be done, because a rule asks for the absence of what follows
     *     from its own conclusions
     */
    RuleSet(List<Rule> rules) {
        all = rules.stream().map(RuleBody::new).toList();
        for (var rounds = 0; raise(); rounds++) if (rounds > all.size()) throw circular();
    }

    private boolean raise() {
        var raised = false;
        for (var rule : all) {
            var level = level(rule);
            raised |= level > levels.getOrDefault(rule, 0);
            levels.put(rule, level);
            for (var predicate : rule.conclusions())
                levelOfPredicate.merge(predicate, level, Math::max);
        }
        return raised;
    }

    private int level(RuleBody rule) {
        var level = rule.isMonotone() ? 0 : rule.rule().closing() ? 2 : 1;
        for (var predicate : rule.body().predicates(false))
            level = Math.max(level, levelOfPredicate.getOrDefault(predicate, 0));
        for (var predicate : rule.body().predicates(true))
            if (!rule.reflexive().contains(predicate))
                level = Math.max(level, 1 + levelOfPredicate.getOrDefault(predicate, 0));
        return level;
    }

    private Problem circular() {
        return Problem.of(
                        Problem.Kind.INVALID_DATA,
                        "The rules can't be put in an order: one asks for the absence of what"
                                + " follows from its own conclusions.")
                .hint("Look at the rules with FILTER NOT EXISTS, MINUS or OPTIONAL.");
    }

    List<RuleBody> all() {
        return all;
    }

    /** The predicates of which some rule sees only what is asserted. */
    Set<Node> reflexive() {
        var found = new HashSet<Node>();
        all.forEach(rule -> found.addAll(rule.reflexive()));
        return found;
    }

    /** The last level. */
    int highest() {
        return all.stream().filter(r -> !r.isMonotone()).mapToInt(this::levelOf).max().orElse(0);
    }

    private int levelOf(RuleBody rule) {
        return levels.getOrDefault(rule, 0);
    }

    /** The rules that begin on a level. */
    List<RuleBody> at(int level) {
        return all.stream().filter(r -> r.isMonotone() ? level == 0 : levelOf(r) == level).toList();
    }

    /** The rules that run on a level. */
    List<RuleBody> upTo(int level) {
        return all.stream().filter(r -> r.isMonotone() || levelOf(r) <= level).toList();
    }

    /** What a rule concludes from what it sees. */
    interface Question {
        void ask(RuleBody rule, Graph seen, Consumer<Triple> sink);
    }

    /** Asks rules, adds what is new to the facts, and returns it. */
    static List<Triple> round(Collection<RuleBody> rules, Facts facts, Question question) {
        var stream = facts.isShared() ? rules.parallelStream() : rules.stream();
        var found =
                stream.map(
                                rule -> {
                                    var triples = new ArrayList<Triple>();
                                    question.ask(rule, facts.known(rule.reflexive()), triples::add);
                                    return triples;
                                })
                        .toList();
        var fresh = new ArrayList<Triple>();
        for (var triples : found)
            for (var triple : triples) {
                if (facts.contains(triple)) continue;
                facts.derive(triple);
                fresh.add(triple);
            }
        return fresh;
    }

    /** Derives all that follows from new triples by the rules up to a level; returns all of it. */
    Collection<Triple> extend(Facts facts, Collection<Triple> first, int level) {
        var rules = upTo(level);
        var all = new ArrayList<Triple>();
        for (var fresh = first; !fresh.isEmpty(); ) {
            var delta = new Delta(fresh);
            var found =
                    round(
                            rules,
                            facts,
                            (rule, seen, sink) ->
                                    rule.consequences(
                                            rule.body().touched(delta, seen, false), seen, sink));
            all.addAll(found);
            fresh = found;
        }
        return all;
    }
}
