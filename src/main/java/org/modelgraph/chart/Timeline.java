package org.modelgraph.chart;

import java.util.List;

/**
 * What happened when: a lane for each sort of event, a dot for each event, names where they fit.
 */
public final class Timeline {
    private static final int WIDTH = 1000;
    private static final int LINE = 20;
    private static final int MOST_LINES = 7;
    private static final int HEAD = 26;
    private static final int FOOT = 24;
    private static final double LETTER = 7.2;
    private static final int LETTERS = 30;

    /**
     * An event.
     *
     * @param year its date as a year and its part
     * @param date its date as it is written
     * @param address where it is shown
     */
    public record Event(double year, String name, String date, String address) {}

    /** Events of one sort, in the order of time. */
    public record Lane(String heading, List<Event> events) {}

    private final StringBuilder body = new StringBuilder();
    private final Axis axis;
    private int top;

    private Timeline(Axis axis) {
        this.axis = axis;
    }

    /**
     * Draws a timeline.
     *
     * @param name what it shows, for those who don't see it
     * @param lanes at least one, with at least one event
     */
    public static String svg(String name, List<Lane> lanes) {
        var years = lanes.stream().flatMap(l -> l.events().stream()).map(Event::year).toList();
        var first = Math.floor(years.stream().min(Double::compare).orElse(0.0));
        var last = Math.ceil(years.stream().max(Double::compare).orElse(1.0) + 0.01);
        var step = Math.max(1, Math.ceil((last - first) / 10));
        var timeline = new Timeline(new Axis(first, last, step));
        lanes.forEach(timeline::lane);
        var height = timeline.top + FOOT;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"timeline\" viewBox=\"0 0 "
                + WIDTH
                + " "
                + height
                + "\" role=\"group\" aria-label=\""
                + Drawing.escaped(name)
                + "\">"
                + timeline.grid(height)
                + timeline.body
                + "</svg>";
    }

    private String grid(int height) {
        var grid = new StringBuilder();
        for (var tick : axis.ticks()) {
            var x = across(tick);
            grid.append(
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"0\" y2=\"%d\"/>"
                            .formatted(x, x, height - FOOT));
            grid.append(
                    "<text class=\"tick\" x=\"%d\" y=\"%d\" text-anchor=\"%s\">%d</text>"
                            .formatted(
                                    x,
                                    height - 6,
                                    x > WIDTH - 30 ? "end" : x < 30 ? "start" : "middle",
                                    Math.round(tick)));
        }
        return grid.toString();
    }

    private int across(double year) {
        return (int) Math.round(8 + axis.place(year) * (WIDTH - 16));
    }

    private void lane(Lane lane) {
        body.append(
                "<text class=\"heading\" x=\"0\" y=\"%d\">%s</text>"
                        .formatted(top + 16, Drawing.escaped(lane.heading())));
        var ends = new double[MOST_LINES];
        var used = 1;
        for (var event : lane.events()) {
            var x = across(event.year());
            var name = Drawing.cut(event.name(), LETTERS);
            var width = 14 + width(name);
            var line = 0;
            while (line < MOST_LINES - 1 && ends[line] > x) line++;
            var fits = ends[line] <= x && x + width <= WIDTH;
            event(event, x, top + HEAD + line * LINE, fits ? name : "");
            ends[line] = Math.max(ends[line], fits ? x + width : x + 12);
            used = Math.max(used, line + 1);
        }
        top += HEAD + used * LINE + 10;
    }

    private static double width(String name) {
        return name.chars().mapToDouble(c -> c > '\u2e80' ? 2 * LETTER : LETTER).sum();
    }

    private void event(Event event, int x, int y, String name) {
        body.append(
                "<a href=\"%s\"><circle cx=\"%d\" cy=\"%d\" r=\"5\"/>"
                        .formatted(Drawing.escaped(event.address()), x, y + 5));
        if (!name.isEmpty())
            body.append(
                    "<text x=\"%d\" y=\"%d\">%s</text>"
                            .formatted(x + 9, y + 10, Drawing.escaped(name)));
        body.append(
                "<title>%s</title></a>"
                        .formatted(Drawing.escaped(event.date() + ": " + event.name())));
    }
}
