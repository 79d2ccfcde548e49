package org.modelgraph.chart;

import static org.modelgraph.chart.Drawing.Anchor.END;
import static org.modelgraph.chart.Drawing.Anchor.MIDDLE;
import static org.modelgraph.chart.Drawing.Anchor.START;

import java.util.List;

/** A line a name, with a dot for every number, along one axis. */
public final class DotPlot {
    private static final int ROW = 36;
    private static final int HEAD = 22;
    private static final int NAME_WIDTH = 40;
    private static final double EDGE = 1.5;

    private DotPlot() {}

    /**
     * Draws dots.
     *
     * @param name what they show
     * @param rows one line each; the figure beside it is that of its first point
     */
    public static String svg(String name, List<Row> rows) {
        var numbers = rows.stream().flatMap(r -> r.points().stream()).map(Point::value).toList();
        var axis =
                Axis.over(
                        numbers.stream().min(Double::compare).orElse(0.0),
                        numbers.stream().max(Double::compare).orElse(1.0));
        var height = HEAD + rows.size() * ROW;
        var drawing = new Drawing(height, name);
        grid(drawing, axis, height);
        for (var i = 0; i < rows.size(); i++) row(drawing, axis, rows.get(i), HEAD + i * ROW);
        return drawing.svg();
    }

    private static void grid(Drawing drawing, Axis axis, int height) {
        for (var tick : axis.ticks()) {
            var place = axis.place(tick);
            var anchor = place < 0.05 ? START : place > 0.95 ? END : MIDDLE;
            drawing.text(
                            anchor == START ? 0 : anchor == END ? 100 : across(place),
                            13,
                            "tick",
                            anchor,
                            Axis.written(tick))
                    .line(across(place), HEAD, across(place), height, "grid");
        }
    }

    private static void row(Drawing drawing, Axis axis, Row row, int top) {
        drawing.text(0, top + 14.0, "name", START, Drawing.cut(row.name(), NAME_WIDTH))
                .text(100, top + 14.0, "figure", END, row.points().getFirst().written())
                .line(0, top + 24.0, 100, top + 24.0, "track");
        for (var point : row.points().reversed())
            drawing.dot(
                    across(axis.place(point.value())),
                    top + 24.0,
                    5,
                    "dot " + point.style(),
                    point.title());
    }

    private static double across(double place) {
        return EDGE + place * (100 - 2 * EDGE);
    }
}
