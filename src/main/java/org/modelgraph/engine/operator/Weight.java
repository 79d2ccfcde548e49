package org.modelgraph.engine.operator;

import org.modelgraph.problem.Problem;

/** How many rows a row stands for: sums and products that are exact or refused. */
final class Weight {
    private Weight() {}

    /**
     * The product of two weights.
     *
     * @throws Problem of kind {@link Problem.Kind#REFUSED_QUERY} where it is more than 2⁶³ - 1
     */
    static long times(long left, long right) {
        try {
            return Math.multiplyExact(left, right);
        } catch (ArithmeticException e) {
            throw tooMany(e);
        }
    }

    /**
     * The sum of two weights.
     *
     * @throws Problem of kind {@link Problem.Kind#REFUSED_QUERY} where it is more than 2⁶³ - 1
     */
    static long plus(long left, long right) {
        try {
            return Math.addExact(left, right);
        } catch (ArithmeticException e) {
            throw tooMany(e);
        }
    }

    private static Problem tooMany(ArithmeticException cause) {
        return Problem.of(
                        Problem.Kind.REFUSED_QUERY,
                        "The pattern has more rows than can be counted.")
                .hint("Let the parts of the pattern share variables.")
                .causedBy(cause);
    }
}
