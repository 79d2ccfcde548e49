package org.modelgraph.chart;

import static org.modelgraph.chart.Drawing.Anchor.END;
import static org.modelgraph.chart.Drawing.Anchor.START;

import java.util.List;
import java.util.stream.Collectors;

/** Bars by one number or two, each below its name. */
public final class BarChart {
    private static final int ROW = 40;
    private static final int NAME_WIDTH = 40;

    private BarChart() {}

    /**
     * Draws bars that begin at nought.
     *
     * @param name what they show
     * @param rows one row a bar, or two bars one below the other
     */
    public static String svg(String name, List<Row> rows) {
        var numbers = rows.stream().flatMap(r -> r.points().stream()).map(Point::value).toList();
        var least = Math.min(0, numbers.stream().min(Double::compare).orElse(0.0));
        var greatest = Math.max(0, numbers.stream().max(Double::compare).orElse(1.0));
        var axis = new Axis(least, greatest > least ? greatest : least + 1, 1);
        var drawing = new Drawing(rows.size() * ROW, name);
        for (var i = 0; i < rows.size(); i++) row(drawing, axis, rows.get(i), i * ROW);
        return drawing.svg();
    }

    private static void row(Drawing drawing, Axis axis, Row row, int top) {
        var written = row.points().stream().map(Point::written).collect(Collectors.joining(" / "));
        drawing.text(0, top + 14.0, "name", START, Drawing.cut(row.name(), NAME_WIDTH))
                .text(100, top + 14.0, "figure", END, written);
        var y = top + 20.0;
        for (var i = 0; i < row.points().size(); i++) {
            var point = row.points().get(i);
            var from = axis.place(Math.min(0, point.value())) * 100;
            var to = axis.place(Math.max(0, point.value())) * 100;
            var height = i == 0 ? 9 : 5;
            drawing.bar(
                    from,
                    Math.max(to - from, 0.3),
                    y,
                    height,
                    "bar " + (i == 0 ? "" : "other ") + point.style(),
                    point.title());
            y += height + 1;
        }
    }
}
