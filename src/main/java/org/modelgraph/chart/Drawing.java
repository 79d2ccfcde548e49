package org.modelgraph.chart;

import java.util.Locale;

/** An SVG in the making. Places across are in per cent of the width, places down in pixels. */
final class Drawing {
    private final StringBuilder svg = new StringBuilder();

    /**
     * Begins a drawing.
     *
     * @param height its height in pixels
     * @param name what it is, for those who don't see it
     */
    Drawing(int height, String name) {
        svg.append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" width=\"100%\""
                                + " height=\"")
                .append(height)
                .append("\" role=\"img\" aria-label=\"")
                .append(escaped(name))
                .append("\">");
    }

    /** Where the words of a text lie beside its place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    Drawing text(double x, double y, String style, Anchor anchor, String words) {
        svg.append("<text x=\"").append(percent(x)).append("\" y=\"").append(number(y));
        if (anchor != Anchor.START)
            svg.append("\" text-anchor=\"").append(anchor.name().toLowerCase(Locale.ROOT));
        svg.append("\" class=\"").append(style).append("\">").append(escaped(words));
        svg.append("</text>");
        return this;
    }

    Drawing bar(double x, double width, double y, double height, String style, String title) {
        svg.append("<rect x=\"").append(percent(x)).append("\" width=\"").append(percent(width));
        svg.append("\" y=\"").append(number(y)).append("\" height=\"").append(number(height));
        svg.append("\" rx=\"2\" class=\"").append(style).append("\">");
        return title(title).end("rect");
    }

    Drawing dot(double x, double y, double radius, String style, String title) {
        svg.append("<circle cx=\"").append(percent(x)).append("\" cy=\"").append(number(y));
        svg.append("\" r=\"").append(number(radius));
        svg.append("\" class=\"").append(style).append("\">");
        return title(title).end("circle");
    }

    Drawing line(double x1, double y1, double x2, double y2, String style) {
        svg.append("<line x1=\"").append(percent(x1)).append("\" y1=\"").append(number(y1));
        svg.append("\" x2=\"").append(percent(x2)).append("\" y2=\"").append(number(y2));
        svg.append("\" class=\"").append(style).append("\"/>");
        return this;
    }

    private Drawing title(String title) {
        if (!title.isEmpty()) svg.append("<title>").append(escaped(title)).append("</title>");
        return this;
    }

    private Drawing end(String element) {
        svg.append("</").append(element).append('>');
        return this;
    }

    /** The whole drawing. */
    String svg() {
        return svg + "</svg>";
    }

    private static String percent(double share) {
        return number(share) + "%";
    }

    private static String number(double number) {
        var text = String.format(Locale.ROOT, "%.2f", number);
        return text.replaceFirst("\\.?0+$", "");
    }

    /** A text cut to a width, counted in Latin letters; Chinese ones take two. */
    static String cut(String text, int width) {
        var used = 0;
        for (var i = 0; i < text.length(); i++) {
            used += text.charAt(i) > '\u2e80' ? 2 : 1;
            if (used > width) return text.substring(0, Math.max(0, i - 1)).strip() + "…";
        }
        return text;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
