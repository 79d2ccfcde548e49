package org.modelgraph.graph;

import org.apache.jena.graph.Triple;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings what was derived from one state over to another: delete and rederive (Gupta, Mumick,
 * Subrahmanian: Maintaining views incrementally, 1993), level by level. First everything goes that
 * rests on something that is gone, or on the absence of something that has come; then comes back
 * what follows all the same; then comes what follows anew.
 */
final class Maintenance {
    private final RuleSet rules;
    private final StoreFacts old;
    private final StoreFacts now;
    private final Set<Triple> dropped = new LinkedHashSet<>();
    private final Set<Triple> gone = new LinkedHashSet<>();
    private final Set<Triple> come = new LinkedHashSet<>();

    /**
     * A maintenance.
     *
     * @param old the state to which the derived triples belong
     * @param now the new state, with the derived triples of the old one, which are changed there
     */
    Maintenance(RuleSet rules, StoreFacts old, StoreFacts now) {
        this.rules = rules;
        this.old = old;
        this.now = now;
    }

    /**
     * Makes the derived triples fit.
     *
     * @param removed triples that are no longer asserted
     * @param added triples that are asserted and were not
     */
    void run(Collection<Triple> removed, Collection<Triple> added) {
        added.stream().filter(now::isDerived).forEach(now::retract);
        var own = rules.reflexive();
        for (var triple : added)
            if (!old.contains(triple) || own.contains(triple.getPredicate())) come.add(triple);
        gone.addAll(removed.stream().filter(t -> !now.contains(t)).toList());
        dropped.addAll(gone);
        drop(rules.all(), gone, come);
        for (var level = 0; level <= rules.highest(); level++) {
            var before = Set.copyOf(come);
            derive(level, level == 0 ? List.copyOf(come) : List.of());
            var news = new HashSet<>(come);
            news.removeAll(before);
            var higher = new ArrayList<>(rules.all());
            higher.removeAll(rules.upTo(level));
            drop(higher, Set.of(), news);
        }
    }

    /** Drops what rests on triples that are gone, or on the absence of some that have come. */
    private void drop(List<RuleBody> first, Collection<Triple> without, Collection<Triple> with) {
        var fallen = new LinkedHashSet<Triple>();
        var absent = new Delta(with);
        for (var rule : first) {
            var known = now.known(rule.reflexive());
            fall(rule, rule.body().touched(absent, known, true), fallen);
        }
        for (var frontier = union(without, fallen); !frontier.isEmpty(); ) {
            var delta = new Delta(frontier);
            var next = new LinkedHashSet<Triple>();
            for (var rule : rules.all()) {
                var known = old.known(rule.reflexive());
                fall(rule, rule.body().touched(delta, known, false), next);
                var present = now.known(rule.reflexive());
                fall(rule, rule.body().touched(delta, present, false), next);
            }
            next.removeAll(fallen);
            fallen.addAll(next);
            frontier = next;
        }
        fallen.forEach(now::retract);
        dropped.addAll(fallen);
        come.removeAll(fallen);
        fallen.stream().filter(old::contains).forEach(gone::add);
    }

    private void fall(RuleBody rule, Touched touched, Collection<Triple> fallen) {
        for (var state : List.of(old, now))
            rule.consequences(
                    touched,
                    state.known(rule.reflexive()),
                    triple -> {
                        if (now.isDerived(triple)) fallen.add(triple);
                    });
    }

    private static Collection<Triple> union(Collection<Triple> some, Collection<Triple> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** Brings back what follows by the rules of a level, and adds what follows anew. */
    private void derive(int level, Collection<Triple> first) {
        follow(first, level);
        for (var lower = 0; lower <= level; lower++) follow(recovered(lower), lower);
        follow(changed(level), level);
    }

    /** Adds what follows from triples that have just come, or come back. */
    private void follow(Collection<Triple> fresh, int level) {
        var all = new LinkedHashSet<>(fresh);
        var first = new TripleBag(now.slice());
        fresh.forEach(first::add);
        rules.extend(now, first, level, all::add);
        for (var triple : all) {
            dropped.remove(triple);
            if (old.contains(triple)) gone.remove(triple);
            else come.add(triple);
        }
    }

    private Collection<Triple> recovered(int level) {
        var lost = new HashSet<>(dropped);
        lost.removeIf(now::contains);
        if (lost.isEmpty()) return List.of();
        var found = new ArrayList<Triple>();
        RuleSet.round(
                rules.upTo(level),
                now,
                (rule, seen, sink) -> rule.reasons(lost, seen, (triple, _) -> sink.accept(triple)),
                found::add);
        return found;
    }

    /** What the rules that begin on a level conclude from the changes on the levels below. */
    private Collection<Triple> changed(int level) {
        if (level == 0) return List.of();
        var less = new Delta(gone);
        var more = new Delta(come);
        var found = new ArrayList<Triple>();
        RuleSet.round(
                rules.at(level),
                now,
                (rule, seen, sink) -> {
                    rule.consequences(rule.body().touched(more, seen, false), seen, sink);
                    var before = old.known(rule.reflexive());
                    rule.consequences(rule.body().touched(less, before, true), seen, sink);
                },
                found::add);
        return found;
    }
}
