package org.modelgraph.sparql.function;

import org.apache.commons.statistics.distribution.TDistribution;

import java.util.Optional;

/**
 * A power law <i>y</i> = <i>c</i>·<i>x</i><sup><i>k</i></sup> through observations, fitted by
 * ordinary least squares on the logarithms, as scaling laws of models are (Kaplan et al.: Scaling
 * Laws for Neural Language Models, 2020).
 *
 * @param exponent <i>k</i>
 * @param logFactor ln <i>c</i>
 * @param meanLogX the mean of ln <i>x</i> over the observations
 * @param spread the sum of squared deviations of ln <i>x</i> from its mean
 * @param residual the standard deviation of the residuals of ln <i>y</i>, with n − 2 degrees of
 *     freedom
 * @param observations how many observations there were, at least 3
 */
record PowerLaw(
        double exponent,
        double logFactor,
        double meanLogX,
        double spread,
        double residual,
        int observations) {
    private static final double LEVEL = 0.95;

    /** Observations, gathered one by one; nothing but sums is kept. */
    static final class Observations {
        private int n;
        private double meanX;
        private double meanY;
        private double sumXX;
        private double sumXY;
        private double sumYY;

        /**
         * Adds an observation (Welford's update of means and sums of squares).
         *
         * @throws IllegalArgumentException where one of the two is not above 0
         */
        void add(double x, double y) {
            if (!(x > 0 && y > 0 && x < Double.POSITIVE_INFINITY && y < Double.POSITIVE_INFINITY))
                throw new IllegalArgumentException("a power law needs finite values above 0");
            n++;
            var dx = Math.log(x) - meanX;
            var dy = Math.log(y) - meanY;
            meanX += dx / n;
            meanY += dy / n;
            sumXX += dx * (Math.log(x) - meanX);
            sumXY += dx * (Math.log(y) - meanY);
            sumYY += dy * (Math.log(y) - meanY);
        }

        /** The law; none from fewer than three observations or from one single <i>x</i>. */
        Optional<PowerLaw> fit() {
            if (n < 3 || sumXX <= 0) return Optional.empty();
            var slope = sumXY / sumXX;
            var squares = Math.max(0, sumYY - slope * sumXY);
            return Optional.of(
                    new PowerLaw(
                            slope,
                            meanY - slope * meanX,
                            meanX,
                            sumXX,
                            Math.sqrt(squares / (n - 2)),
                            n));
        }
    }

    /** The value that the law gives at <i>x</i>. */
    double at(double x) {
        return Math.exp(logFactor + exponent * Math.log(x));
    }

    /**
     * The lower end of the interval in which, with a probability of 95 %, one further observation
     * at <i>x</i> would lie: the prediction interval of linear regression with Student's t, taken
     * on the logarithms.
     */
    double lowAt(double x) {
        return at(x) * Math.exp(-margin(x));
    }

    /** The upper end of that interval. */
    double highAt(double x) {
        return at(x) * Math.exp(margin(x));
    }

    private double margin(double x) {
        var t =
                TDistribution.of(observations - 2)
                        .inverseCumulativeProbability(1 - (1 - LEVEL) / 2);
        var distance = Math.log(x) - meanLogX;
        return t * residual * Math.sqrt(1 + 1.0 / observations + distance * distance / spread);
    }
}
