package org.modelgraph.engine.operator;

import org.modelgraph.engine.operator.PathExpression.Alternative;
import org.modelgraph.engine.operator.PathExpression.AtMostOnce;
import org.modelgraph.engine.operator.PathExpression.Closure;
import org.modelgraph.engine.operator.PathExpression.Inverse;
import org.modelgraph.engine.operator.PathExpression.Link;
import org.modelgraph.engine.operator.PathExpression.Others;
import org.modelgraph.engine.operator.PathExpression.Sequence;
import org.modelgraph.engine.snapshot.Adjacency;
import org.modelgraph.engine.snapshot.PredicateIndex;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * Follows a path breadth first: the stack grows with the expression alone, however long the way
 * through the graph is. What has been reached is marked by a bit for each term.
 */
final class PathSearch {
    private static final int STEPS_BETWEEN_LOOKS = 1 << 12;

    private final Execution run;
    private int steps;

    PathSearch(Execution run) {
        this.run = run;
    }

    /**
     * Tells the ends of a path, as often as there are ways of the kind that SPARQL counts (§18.4).
     *
     * @param from where the path begins, or where it ends if it is followed backwards
     */
    void ends(PathExpression path, int from, boolean forward, IntConsumer sink) {
        if (++steps % STEPS_BETWEEN_LOOKS == 0) run.proceed();
        switch (path) {
            case Link link -> step(link.index(), from, forward, sink);
            case Inverse inverse -> ends(inverse.path(), from, !forward, sink);
            case Sequence sequence -> {
                var first = forward ? sequence.first() : sequence.second();
                var second = forward ? sequence.second() : sequence.first();
                ends(first, from, forward, middle -> ends(second, middle, forward, sink));
            }
            case Alternative either -> {
                ends(either.left(), from, forward, sink);
                ends(either.right(), from, forward, sink);
            }
            case AtMostOnce once -> {
                var reached = set();
                ends(once.path(), from, forward, reached::add);
                reached.add(from);
                tell(reached, sink);
            }
            case Closure closure -> tell(closure(closure, from, forward), sink);
            case Others others -> others(others, from, forward, sink);
        }
    }

    NumberSet set() {
        return new NumberSet(run.snapshot().dictionary().size());
    }

    private static void tell(NumberSet reached, IntConsumer sink) {
        for (var i = 0; i < reached.members().size(); i++) sink.accept(reached.members().get(i));
    }

    private NumberSet closure(Closure closure, int from, boolean forward) {
        var reached = set();
        if (closure.orNone()) reached.add(from);
        else ends(closure.path(), from, forward, reached::add);
        for (var i = 0; i < reached.members().size(); i++) {
            ends(closure.path(), reached.members().get(i), forward, reached::add);
            run.holdEnds(reached.members().size());
        }
        return reached;
    }

    private static Adjacency side(PredicateIndex index, boolean forward) {
        return forward ? index.objects() : index.subjects();
    }

    private void step(PredicateIndex index, int from, boolean forward, IntConsumer sink) {
        var side = side(index, forward);
        var range = side.range(from);
        var values = side.values(from);
        for (var i = Adjacency.from(range); i < Adjacency.to(range); i++) sink.accept(values[i]);
    }

    private void others(Others others, int from, boolean forward, IntConsumer sink) {
        if (others.forward()) others(others.notForward(), from, forward, sink);
        if (others.backward()) others(others.notBackward(), from, !forward, sink);
    }

    private void others(List<Integer> excluded, int from, boolean forward, IntConsumer sink) {
        for (var index : run.snapshot().indexes())
            if (!excluded.contains(index.predicate())) step(index, from, forward, sink);
    }

    /** Where a path whose ends are both open can begin; more than that does no harm. */
    Numbers starts(PathExpression path) {
        var starts = set();
        if (!collect(path, true, starts))
            for (var index : run.snapshot().indexes()) {
                add(index.objects(), starts);
                add(index.subjects(), starts);
            }
        return starts.members();
    }

    /** Collects the starts of a path; false where only every term would do. */
    private boolean collect(PathExpression path, boolean forward, NumberSet starts) {
        return switch (path) {
            case Link link -> add(side(link.index(), forward), starts);
            case Inverse inverse -> collect(inverse.path(), !forward, starts);
            case Sequence sequence ->
                    collect(forward ? sequence.first() : sequence.second(), forward, starts);
            case Alternative either ->
                    collect(either.left(), forward, starts)
                            && collect(either.right(), forward, starts);
            case AtMostOnce _, Others _ -> false;
            case Closure closure -> !closure.orNone() && collect(closure.path(), forward, starts);
        };
    }

    private boolean add(Adjacency side, NumberSet starts) {
        for (var key : side.keys()) starts.add(key);
        run.holdEnds(starts.members().size());
        return true;
    }
}
