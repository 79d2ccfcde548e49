package org.modelgraph.bench;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * What a question cost at several sizes.
 *
 * @param sizes in quads
 * @param samples of each size, by server
 */
record Curve(String kind, String name, List<Long> sizes, List<Map<String, Samples>> samples) {
    private static final double LEAST = 0.01;

    /** A server's figures by size, at least a hundredth of a millisecond each. */
    List<Double> of(String server, ToDoubleFunction<Samples> figure) {
        return samples.stream()
                .map(all ->
                        Math.max(
                                LEAST,
                                figure.applyAsDouble(Objects.requireNonNull(all.get(server)))))
                .toList();
    }

    /**
     * The exponent with which a figure grows with size: 0 where size does not matter, 1 where it
     * grows alike; by least squares of the logarithms.
     */
    double slope(String server, ToDoubleFunction<Samples> figure) {
        var x = sizes.stream().map(size -> Math.log(size.doubleValue())).toList();
        var y = of(server, figure).stream().map(Math::log).toList();
        var meanX = mean(x);
        var meanY = mean(y);
        var both = 0.0;
        var square = 0.0;
        for (var i = 0; i < x.size(); i++) {
            both += (x.get(i) - meanX) * (y.get(i) - meanY);
            square += (x.get(i) - meanX) * (x.get(i) - meanX);
        }
        return square == 0 ? 0 : both / square;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
