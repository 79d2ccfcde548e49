package org.modelgraph.engine.snapshot;

/** Search in ascending numbers from where one stands: cheap for what is near. */
public final class Leap {
    private Leap() {}

    /** The first place from one on whose value is at least so large, or the end. */
    public static int to(int value, int[] values, int from, int end) {
        if (from >= end || values[from] >= value) return from;
        var step = 1;
        var low = from;
        while (low + step < end && values[low + step] < value) {
            low += step;
            step <<= 1;
        }
        var high = Math.min(low + step, end);
        while (low + 1 < high) {
            var middle = (low + high) >>> 1;
            if (values[middle] < value) low = middle;
            else high = middle;
        }
        return high;
    }
}
