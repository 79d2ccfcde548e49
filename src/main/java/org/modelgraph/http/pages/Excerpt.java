package org.modelgraph.http.pages;

import org.modelgraph.problem.Position;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a text around a place in it. */
public record Excerpt(List<Line> lines) {
    /**
     * A line, cut in three at the place.
     *
     * @param number the number of the line, from 1
     * @param marked what stands at the place; empty on other lines
     */
    public record Line(int number, String before, String marked, String after) {}

    /** The line of the place and its neighbours; empty where the text has no such line. */
    static Optional<Excerpt> of(String text, Position place) {
        var lines = text.split("\\R", -1);
        if (place.line() < 1 || place.line() > lines.length) return Optional.empty();
        var excerpt = new ArrayList<Line>();
        for (var n = Math.max(1, place.line() - 1);
                n <= Math.min(lines.length, place.line() + 1);
                n++) excerpt.add(line(n, lines[n - 1], place));
        return Optional.of(new Excerpt(excerpt));
    }

    private static Line line(int number, String text, Position place) {
        if (number != place.line()) return new Line(number, text, "", "");
        var start = Math.clamp(place.column() - 1, 0, text.length());
        var end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) end++;
        if (end == start) end = Math.min(text.length(), start + 1);
        var marked = start == end ? " " : text.substring(start, end);
        return new Line(number, text.substring(0, start), marked, text.substring(end));
    }
}
