package org.modelgraph.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis with round ends and round ticks.
 *
 * @param low the number at its beginning
 * @param high the number at its end, greater than {@code low}
 * @param step the distance of its ticks
 */
record Axis(double low, double high, double step) {
    private static final int STEPS = 4;

    /** An axis that holds two numbers and what lies between them. */
    static Axis over(double least, double greatest) {
        var span = greatest > least ? greatest - least : Math.max(Math.abs(greatest), 1);
        var raw = span / STEPS;
        var power = Math.pow(10, Math.floor(Math.log10(raw)));
        var digit = raw / power;
        var step = power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
        var low = Math.floor(least / step) * step;
        var high = Math.ceil(greatest / step) * step;
        return new Axis(low, high > low ? high : low + step, step);
    }

    /** Where a number lies, from 0 at the beginning to 1 at the end. */
    double place(double number) {
        return Math.clamp((number - low) / (high - low), 0, 1);
    }

    /** The numbers of its ticks. */
    List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        for (var i = 0; low + i * step <= high + step / 1000; i++) ticks.add(low + i * step);
        return ticks;
    }

    /** A number as it is written at a tick. */
    static String written(double number) {
        return new BigDecimal(number, new MathContext(6)).stripTrailingZeros().toPlainString();
    }
}
