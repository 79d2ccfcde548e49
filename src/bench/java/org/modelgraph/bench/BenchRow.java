package org.modelgraph.bench;

import java.util.Map;
import java.util.Optional;

/**
 * What was measured of a question.
 *
 * @param size how many rows or statements the answer has
 * @param samples by the name of a server; of those alone that answer alike
 */
record BenchRow(String kind, String name, int size, Map<String, Samples> samples) {
    static final String OURS = "modelgraph";
    static final String REFERENCE = "Fuseki";

    Optional<Samples> of(String server) {
        return Optional.ofNullable(samples.get(server));
    }

    /** A server's processor time by that of another; empty where one of them has no part. */
    Optional<Double> cpuRatio(String server, String to) {
        return of(server).flatMap(a -> of(to).map(b -> ratio(a.medianCpu(), b.medianCpu())));
    }

    /** A server's latency by that of another. */
    Optional<Double> latencyRatio(String server, String to) {
        return of(server)
                .flatMap(a -> of(to).map(b -> ratio(a.medianLatency(), b.medianLatency())));
    }

    /** True if no other server takes less processor time. */
    boolean isFirst(String server) {
        var mine = of(server).map(BenchRow::floor).orElse(Double.MAX_VALUE);
        return samples.values().stream().allMatch(other -> mine <= floor(other))
                && samples.containsKey(server);
    }

    private static double floor(Samples samples) {
        return Math.max(samples.medianCpu(), 0.01);
    }

    /** With a hundredth of a millisecond for what is too short to be measured. */
    private static double ratio(double ours, double theirs) {
        return Math.max(ours, 0.01) / Math.max(theirs, 0.01);
    }
}
