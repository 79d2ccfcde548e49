package org.modelgraph.bench;

import java.util.List;
import java.util.Locale;

/**
 * A drawing in SVG that can be read on light pages and on dark ones. Each series has a colour and a
 * mark of its own, so that colour is never alone in telling them apart.
 */
final class Drawing {
    private static final String STYLE =
            """
            <style>
            :root { --back: #fff; --ink: #333; --grid: #ccc; --c0: #2b6cb0; --c1: #c05621; --c2: #2f855a; --c3: #805ad5; --c4: #b83280 }
            @media (prefers-color-scheme: dark) { :root { --back: #161b22; --ink: #ddd; --grid: #444; --c0: #63b3ed; --c1: #f6ad55; --c2: #68d391; --c3: #b794f4; --c4: #f687b3 } }
            .back { fill: var(--back) } text { fill: var(--ink) } .grid { stroke: var(--grid); fill: none }
            .f0 { fill: var(--c0) } .f1 { fill: var(--c1) } .f2 { fill: var(--c2) } .f3 { fill: var(--c3) } .f4 { fill: var(--c4) }
            .l0, .l1 { fill: none; stroke-width: 1.5 } .l0 { stroke: var(--c0) } .l1 { stroke: var(--c1) }
            </style>
            """;

    /** A circle, a square, a triangle, a diamond and a bar, round a point. */
    private static final List<String> MARKS =
            List.of(
                    "m-5,0 a5,5 0 1 0 10,0 a5,5 0 1 0 -10,0",
                    "m-3.5,-3.5 h7 v7 h-7 z",
                    "m0,-4.5 l4.5,8 h-9 z",
                    "m0,-5 l4,5 l-4,5 l-4,-5 z",
                    "m-1.5,-5 h3 v10 h-3 z");

    private final StringBuilder out = new StringBuilder();

    Drawing(int width, int height, String title) {
        add(
                String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                                + " font-family=\"sans-serif\" font-size=\"10\" role=\"img\">\n"
                                + "<title>%s</title>\n%s<rect class=\"back\" width=\"100%%\""
                                + " height=\"100%%\"/>",
                        width,
                        height,
                        title,
                        STYLE));
    }

    private void add(String element) {
        out.append(element).append('\n');
    }

    /** A thin line of the grid. */
    void grid(double fromX, double fromY, double toX, double toY) {
        add(
                String.format(
                        Locale.ROOT,
                        "<path class=\"grid\" d=\"M%.1f %.1f L%.1f %.1f\"/>",
                        fromX,
                        fromY,
                        toX,
                        toY));
    }

    /**
     * Words.
     *
     * @param anchor {@code start}, {@code middle} or {@code end}: which part of them is at x
     */
    void text(double x, double y, String anchor, String words) {
        add(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                        x,
                        y,
                        anchor,
                        words));
    }

    /** The mark of a series, 0 to 4. */
    void mark(int series, double x, double y) {
        add(
                String.format(
                        Locale.ROOT,
                        "<path class=\"f%d\" d=\"M%.1f,%.1f %s\"/>",
                        series,
                        x,
                        y,
                        MARKS.get(series)));
    }

    /** A line of a series, 0 or 1, from point to point. */
    void line(int series, List<double[]> points) {
        var path = new StringBuilder();
        for (var point : points)
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(String.format(Locale.ROOT, "%.1f %.1f ", point[0], point[1]));
        add(
                String.format(
                        Locale.ROOT,
                        "<path class=\"l%d\" d=\"%s\"/>",
                        series,
                        path.toString().strip()));
    }

    /** The whole of it. */
    String end() {
        return out + "</svg>\n";
    }
}
