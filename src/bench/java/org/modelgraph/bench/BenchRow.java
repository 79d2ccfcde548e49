package org.modelgraph.bench;

import java.util.List;

/**
 * What was measured of a question.
 *
 * @param size how many rows or statements the answer has
 * @param samples of ours first, then of the peers
 */
record BenchRow(String kind, String name, int size, List<Samples> samples) {
    /** Our processor time by the peer's. */
    double cpuRatio() {
        return ratio(samples.getFirst().medianCpu(), samples.getLast().medianCpu());
    }

    /** Our latency by the peer's. */
    double latencyRatio() {
        return ratio(samples.getFirst().medianLatency(), samples.getLast().medianLatency());
    }

    /** With a hundredth of a millisecond for what is too short to be measured. */
    private static double ratio(double ours, double theirs) {
        return Math.max(ours, 0.01) / Math.max(theirs, 0.01);
    }
}
