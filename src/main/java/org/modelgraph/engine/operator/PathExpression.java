package org.modelgraph.engine.operator;

import org.modelgraph.engine.snapshot.PredicateIndex;

import java.util.List;

/** A property path over the predicates of a snapshot (SPARQL 1.1 Query §9.1). */
public sealed interface PathExpression {
    /** One step along a predicate. */
    record Link(PredicateIndex index) implements PathExpression {}

    /** A path walked backwards. */
    record Inverse(PathExpression path) implements PathExpression {}

    /** One path behind another. */
    record Sequence(PathExpression first, PathExpression second) implements PathExpression {}

    /** One path or another. */
    record Alternative(PathExpression left, PathExpression right) implements PathExpression {}

    /** A path, or no step. */
    record AtMostOnce(PathExpression path) implements PathExpression {}

    /**
     * A path as often as it goes.
     *
     * @param orNone true where no step will do
     */
    record Closure(PathExpression path, boolean orNone) implements PathExpression {}

    /**
     * One step along any predicate but some.
     *
     * @param forward true where steps forward count
     * @param notForward the predicates along which no step forward is taken
     */
    record Others(
            boolean forward, List<Integer> notForward, boolean backward, List<Integer> notBackward)
            implements PathExpression {}
}
