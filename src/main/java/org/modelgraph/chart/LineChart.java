package org.modelgraph.chart;

import static org.modelgraph.chart.Drawing.Anchor.END;
import static org.modelgraph.chart.Drawing.Anchor.MIDDLE;
import static org.modelgraph.chart.Drawing.Anchor.START;

import java.util.List;
import java.util.function.DoubleFunction;

/** Numbers along an axis, such as time, joined by lines. */
public final class LineChart {
    private static final int HEIGHT = 260;
    private static final int TOP = 16;
    private static final int FOOT = 26;
    private static final double LEFT = 9;
    private static final double RIGHT = 98;

    /** A place of a line: how far across, and the point itself. */
    public record Place(double across, Point point) {}

    /** A line, its places from left to right. */
    public record Line(String name, List<Place> places) {}

    private LineChart() {}

    /**
     * Draws lines.
     *
     * @param name what they show
     * @param lines at least one, with at least one place
     * @param written how a number of the axis across is written
     */
    public static String svg(String name, List<Line> lines, DoubleFunction<String> written) {
        var places = lines.stream().flatMap(l -> l.places().stream()).toList();
        var x = axis(places.stream().map(Place::across).toList());
        var y = axis(places.stream().map(p -> p.point().value()).toList());
        var drawing = new Drawing(HEIGHT, name);
        for (var tick : y.ticks())
            drawing.line(LEFT, down(y, tick), 100, down(y, tick), "grid")
                    .text(LEFT - 1, down(y, tick) + 4, "tick", END, Axis.written(tick));
        for (var tick : x.ticks())
            drawing.text(
                    across(x, tick),
                    HEIGHT - 8.0,
                    "tick",
                    x.place(tick) > 0.97 ? END : MIDDLE,
                    written.apply(tick));
        for (var i = 0; i < lines.size(); i++) line(drawing, x, y, lines.get(i), "series" + i % 6);
        return drawing.svg();
    }

    private static Axis axis(List<Double> numbers) {
        return Axis.over(
                numbers.stream().min(Double::compare).orElse(0.0),
                numbers.stream().max(Double::compare).orElse(1.0));
    }

    private static void line(Drawing drawing, Axis x, Axis y, Line line, String style) {
        for (var i = 1; i < line.places().size(); i++) {
            var from = line.places().get(i - 1);
            var to = line.places().get(i);
            drawing.line(
                    across(x, from.across()),
                    down(y, from.point().value()),
                    across(x, to.across()),
                    down(y, to.point().value()),
                    "stroke " + style);
        }
        for (var place : line.places())
            drawing.dot(
                    across(x, place.across()),
                    down(y, place.point().value()),
                    4,
                    "dot " + style,
                    place.point().title());
        var first = line.places().getFirst();
        if (!line.name().isEmpty())
            drawing.text(
                    across(x, first.across()),
                    down(y, first.point().value()) - 8,
                    "name " + style,
                    START,
                    Drawing.cut(line.name(), 24));
    }

    private static double across(Axis x, double number) {
        return LEFT + x.place(number) * (RIGHT - LEFT);
    }

    private static double down(Axis y, double number) {
        return TOP + (1 - y.place(number)) * (HEIGHT - TOP - FOOT);
    }
}
