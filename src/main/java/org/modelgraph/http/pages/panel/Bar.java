package org.modelgraph.http.pages.panel;

import org.modelgraph.browse.Thing;
import org.modelgraph.http.pages.Texts;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A result as a bar, from and to in per cent of its scale.
 *
 * @param written the result in words: a percentile where there is one, as an interval where it is
 *     one
 * @param drawn false where the metric has no end to its scale
 */
public record Bar(double from, double to, String written, boolean drawn) {
    private static final String PERCENT = "/code/percent";

    /** The result of the model itself. */
    public static Bar of(Line line, Texts texts) {
        return bar(line, texts, "value", "percentileLow", "percentileHigh");
    }

    /** The result of its predecessor; empty where there is none. */
    public static Optional<Bar> ofPredecessor(Line line, Texts texts) {
        if (line.value("predecessorValue").isEmpty()) return Optional.empty();
        return Optional.of(
                bar(
                        line,
                        texts,
                        "predecessorValue",
                        "predecessorPercentileLow",
                        "predecessorPercentileHigh"));
    }

    /**
     * The results to show: one a benchmark, those with a predecessor first, the greatest step
     * first.
     */
    public static List<Line> shown(Panel panel) {
        var texts = panel.frame().texts();
        var lines =
                panel.lines().stream()
                        .map(line -> new Step(line, step(line, texts)))
                        .sorted(Comparator.comparingDouble(Step::size).reversed())
                        .map(Step::line)
                        .toList();
        return Panel.firsts(lines, "benchmark");
    }

    private record Step(Line line, double size) {}

    private static double step(Line line, Texts texts) {
        var own = of(line, texts);
        return ofPredecessor(line, texts)
                .filter(_ -> own.drawn())
                .map(other -> 1000 + own.to() - other.to())
                .orElse(own.drawn() ? 0.0 : -1.0);
    }

    private static Bar bar(Line line, Texts texts, String value, String low, String high) {
        if (line.value("percentileHigh").isPresent() && line.value(high).isPresent()) {
            var from = line.number(low).orElse(0);
            var to = line.number(high).orElse(0);
            return new Bar(from < to ? from : 0, to, interval(line, texts, low, high), true);
        }
        var maximum = line.number("maximum");
        var share = 100 * line.number(value).orElse(0) / Math.max(maximum.orElse(1), 1e-9);
        return new Bar(0, Math.clamp(share, 0, 100), number(line, value), maximum.isPresent());
    }

    private static String interval(Line line, Texts texts, String low, String high) {
        var from = plain(line.words(low));
        var to = plain(line.words(high));
        return from.equals(to) || from.isEmpty()
                ? texts.get("panel.percentile", to)
                : texts.get("panel.percentiles", from, to);
    }

    private static String number(Line line, String value) {
        var isPercent = line.thing("unit").map(Thing::iri).orElse("").endsWith(PERCENT);
        var maximum =
                isPercent || line.value("maximum").isEmpty()
                        ? ""
                        : " / " + plain(line.words("maximum"));
        return plain(line.words(value)) + (isPercent ? " %" : maximum);
    }

    private static String plain(String number) {
        try {
            return new BigDecimal(number).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException notANumber) {
            return number;
        }
    }
}
