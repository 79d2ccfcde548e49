package org.modelgraph.graph;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.modelgraph.problem.Problem;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /**
     * Asks rules, and adds what is new to the facts. Where threads may share the facts, all rules
     * are asked at once, before anything is added; else each sees what those before it concluded.
     *
     * @param fresh is told what is new
     */
    static void round(
            Collection<RuleBody> rules, Facts facts, Question question, Consumer<Triple> fresh) {
        if (facts.isShared())
            rules.parallelStream()
                    .map(rule -> conclusions(rule, facts, question))
                    .toList()
                    .forEach(found -> keep(found, facts, fresh));
        else for (var rule : rules) keep(conclusions(rule, facts, question), facts, fresh);
    }

    /** What a rule concludes that is not known; a store can't be written to while it is read. */
    private static TripleBag conclusions(RuleBody rule, Facts facts, Question question) {
        var found = new TripleBag(facts.slice());
        try {
            question.ask(
                    rule,
                    facts.known(rule.reflexive()),
                    triple -> {
                        if (!facts.contains(triple)) found.add(triple);
                    });
            return found;
        } catch (RuntimeException | Error failure) {
            found.close();
            throw failure;
        }
    }

    private static void keep(TripleBag found, Facts facts, Consumer<Triple> fresh) {
        try (found) {
            for (var triple : found) {
                if (facts.contains(triple)) continue;
                facts.derive(triple);
                fresh.accept(triple);
            }
        }
    }

    /**
     * Derives all that follows from new triples by the rules up to a level: semi-naive evaluation,
     * in which every rule is asked only what follows from what is new since it was asked last.
     *
     * @param first triples that are among the facts; the bag is closed
     * @param fresh is told what is derived
     */
    void extend(Facts facts, TripleBag first, int level, Consumer<Triple> fresh) {
        var delta = first;
        try {
            while (!delta.isEmpty()) {
                var next = new TripleBag(facts.slice());
                try {
                    follow(delta, facts, level, fresh.andThen(next::add));
                } finally {
                    delta.close();
                    delta = next;
                }
            }
        } finally {
            delta.close();
        }
    }

    /**
     * Asks what follows from a delta, slice by slice. A rule that has to be asked for all that it
     * concludes sees the whole delta, and is not asked again for the other slices.
     */
    private void follow(TripleBag delta, Facts facts, int level, Consumer<Triple> fresh) {
        Set<RuleBody> done = ConcurrentHashMap.newKeySet();
        for (var triples = delta.iterator(); triples.hasNext(); ) {
            var slice = new Delta(Iter.toList(Iter.limit(triples, facts.slice())));
            var rules = upTo(level).stream().filter(rule -> !done.contains(rule)).toList();
            round(
                    rules,
                    facts,
                    (rule, seen, sink) -> {
                        var touched = rule.body().touched(slice, seen, false);
                        if (touched.isEverything()) done.add(rule);
                        rule.consequences(touched, seen, sink);
                    },
                    fresh);
        }
    }
}
