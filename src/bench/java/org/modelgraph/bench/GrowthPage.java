package org.modelgraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Growth with size, as a table in Markdown and as a drawing of a panel for each class. */
record GrowthPage(List<Curve> curves) {
    private static final int COLUMNS = 5;
    private static final int WIDE = 165;
    private static final int HIGH = 170;
    private static final int LEFT = 40;
    private static final int TOP = 34;
    private static final int PANEL_WIDE = 110;
    private static final int PANEL_HIGH = 110;
    private static final double LEAST_POWER = -1;
    private static final double POWERS = 5;
    private static final List<String> SERVERS = List.of(BenchRow.OURS, BenchRow.REFERENCE);

    String table() {
        return """
        %s quads. CPU and median latency in milliseconds, at each size; the slope is the exponent by which they grow with size (least squares of the logarithms): 0 where size does not matter, 1 where twice the quads take twice the time.

        | class | question | CPU, ours | slope | CPU, Fuseki | slope | latency, ours | slope | latency, Fuseki | slope |
        |---|---|---|---|---|---|---|---|---|---|
        %s

        ![CPU time by number of quads, a panel for each class](growth.svg)
        """
                .formatted(
                        curves.getFirst().sizes().stream()
                                .map("%,d"::formatted)
                                .collect(Collectors.joining(", ")),
                        curves.stream().map(GrowthPage::line).collect(Collectors.joining("\n")));
    }

    private static String line(Curve curve) {
        return String.join(
                " | ",
                "| " + curve.kind(),
                curve.name(),
                cells(curve, BenchRow.OURS, Samples::medianCpu),
                cells(curve, BenchRow.REFERENCE, Samples::medianCpu),
                cells(curve, BenchRow.OURS, Samples::medianLatency),
                cells(curve, BenchRow.REFERENCE, Samples::medianLatency) + " |");
    }

    private static String cells(Curve curve, String server, ToDoubleFunction<Samples> figure) {
        var values =
                curve.of(server, figure).stream()
                        .map(value -> String.format(Locale.ROOT, "%.2f", value))
                        .collect(Collectors.joining(", "));
        return values + String.format(Locale.ROOT, " | %.2f", curve.slope(server, figure) + 0.0);
    }

    void write(Section section) throws IOException {
        section.write(table());
        Files.writeString(section.beside("growth.svg"), drawing());
    }

    /** CPU over size in each panel, on scales of powers of ten that are the same in all. */
    String drawing() {
        var rows = (curves.size() + COLUMNS - 1) / COLUMNS;
        var drawing =
                new Drawing(COLUMNS * WIDE + 10, rows * HIGH + 26, "CPU time by number of quads");
        drawing.mark(0, LEFT, 12);
        drawing.text(LEFT + 10, 15, "start", "this server");
        drawing.mark(1, LEFT + 90, 12);
        drawing.text(LEFT + 100, 15, "start", "Fuseki");
        drawing.text(LEFT + 160, 15, "start", "CPU in milliseconds over quads; slopes below");
        for (var i = 0; i < curves.size(); i++)
            panel(drawing, curves.get(i), i % COLUMNS * WIDE, i / COLUMNS * HIGH + 16);
        return drawing.end();
    }

    private static void panel(Drawing drawing, Curve curve, int left, int top) {
        var bottom = top + TOP + PANEL_HIGH;
        drawing.text(left + LEFT, top + TOP - 14.0, "start", curve.kind() + ":");
        drawing.text(left + LEFT, top + TOP - 3.0, "start", curve.name());
        for (var power = 0; power <= POWERS; power++) {
            var y = bottom - PANEL_HIGH * power / POWERS;
            drawing.grid(left + LEFT, y, left + LEFT + PANEL_WIDE, y);
            var value = Math.pow(10, LEAST_POWER + power);
            drawing.text(
                    left + LEFT - 4.0, y + 3, "end", value < 1 ? "0.1" : "%.0f".formatted(value));
        }
        for (var size : curve.sizes())
            drawing.text(
                    left + x(curve, size),
                    bottom + 12.0,
                    "middle",
                    size < 1_000_000 ? size / 1000 + "k" : size / 1_000_000 + "M");
        for (var series = SERVERS.size() - 1; series >= 0; series--)
            series(drawing, curve, series, left, bottom);
    }

    private static void series(Drawing drawing, Curve curve, int series, int left, int bottom) {
        var points = new ArrayList<double[]>();
        var values = curve.of(SERVERS.get(series), Samples::medianCpu);
        for (var i = 0; i < values.size(); i++) {
            var power = Math.clamp(Math.log10(values.get(i)) - LEAST_POWER, 0, POWERS);
            points.add(
                    new double[] {
                        left + x(curve, curve.sizes().get(i)), bottom - PANEL_HIGH * power / POWERS
                    });
        }
        drawing.line(series, points);
        for (var point : points) drawing.mark(series, point[0], point[1]);
        var slope = curve.slope(SERVERS.get(series), Samples::medianCpu) + 0.0;
        drawing.mark(series, left + LEFT + 6 + series * 50.0, bottom + 21.0);
        drawing.text(
                left + LEFT + 14 + series * 50.0,
                bottom + 24.0,
                "start",
                String.format(Locale.ROOT, "%.2f", slope));
    }

    private static double x(Curve curve, long size) {
        var first = Math.log(curve.sizes().getFirst().doubleValue());
        var last = Math.log(curve.sizes().getLast().doubleValue());
        var part = last > first ? (Math.log((double) size) - first) / (last - first) : 0.5;
        return LEFT + 6 + (PANEL_WIDE - 12) * part;
    }
}
