package org.modelgraph.bench;

import java.util.ArrayList;
import java.util.List;

/** What was measured of one question on one server. */
final class Samples {
    private final List<Double> latencies = new ArrayList<>();
    private final List<Double> cpu = new ArrayList<>();

    /** Notes how long one answer took, in milliseconds. */
    void latency(double millis) {
        latencies.add(millis);
    }

    /** Notes the server's processor time for one answer, in milliseconds, as the mean of a turn. */
    void cpu(double millis) {
        cpu.add(millis);
    }

    double medianLatency() {
        return quantile(latencies, 0.5);
    }

    double p95Latency() {
        return quantile(latencies, 0.95);
    }

    double medianCpu() {
        return quantile(cpu, 0.5);
    }

    /** The value below which a share of some lie; there must be one. */
    static double quantile(List<Double> values, double share) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(
                (int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
    }
}
