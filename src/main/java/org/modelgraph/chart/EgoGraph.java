package org.modelgraph.chart;

import java.util.List;

/**
 * A thing in the middle and what stands next to it, in lanes to its left and right: at most {@link
 * #LANE} a lane, the others counted, so that nothing overlaps.
 */
public final class EgoGraph {
    /** The most nodes of a lane that are drawn. */
    public static final int LANE = 8;

    private static final int WIDTH = 1000;
    private static final int MIDDLE = WIDTH / 2;
    private static final int STEP = 24;
    private static final int HEAD = 30;
    private static final int LETTERS = 38;
    private static final int LEFT = 300;
    private static final int RIGHT = WIDTH - LEFT;

    /**
     * Something next to the thing in the middle.
     *
     * @param relation how they are related, in words
     * @param address where it is shown
     */
    public record Neighbour(String name, String relation, String address) {}

    /** Neighbours of one kind, the heading says which. */
    public record Lane(String heading, List<Neighbour> neighbours) {
        private int height() {
            var shown = Math.min(neighbours.size(), LANE);
            return HEAD + STEP * (shown + (neighbours.size() > LANE ? 1 : 0)) + 8;
        }
    }

    private final StringBuilder edges = new StringBuilder();
    private final StringBuilder nodes = new StringBuilder();
    private int left = 8;
    private int right = 8;

    private EgoGraph() {}

    /**
     * Draws a neighbourhood.
     *
     * @param name what the drawing is, for those who don't see it
     * @param centre the name of the thing in the middle
     */
    public static String svg(String name, String centre, List<Lane> lanes) {
        var graph = new EgoGraph();
        var height = Math.max(balance(lanes), 90) + 16;
        lanes.stream()
                .sorted((a, b) -> b.height() - a.height())
                .forEach(lane -> graph.place(lane, height / 2));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"ego\" viewBox=\"0 0 "
                + WIDTH
                + " "
                + Math.max(height, Math.max(graph.left, graph.right))
                + "\" role=\"group\" aria-label=\""
                + Drawing.escaped(name)
                + "\">"
                + graph.edges
                + graph.nodes
                + graph.middle(centre, height / 2)
                + "</svg>";
    }

    private static int balance(List<Lane> lanes) {
        var left = 0;
        var right = 0;
        for (var lane : lanes.stream().sorted((a, b) -> b.height() - a.height()).toList())
            if (left <= right) left += lane.height();
            else right += lane.height();
        return Math.max(left, right);
    }

    private void place(Lane lane, int centre) {
        var onLeft = left <= right;
        var top = onLeft ? left : right;
        var x = onLeft ? LEFT : RIGHT;
        var anchor = onLeft ? "end" : "start";
        text(x + (onLeft ? -14 : 14), top + 16, anchor, "heading", lane.heading());
        var y = top + HEAD;
        for (var neighbour : lane.neighbours().stream().limit(LANE).toList()) {
            node(neighbour, x, y, onLeft, centre);
            y += STEP;
        }
        var hidden = lane.neighbours().size() - LANE;
        if (hidden > 0) text(x + (onLeft ? -14 : 14), y + 9, anchor, "quiet", "+" + hidden);
        if (onLeft) left += lane.height();
        else right += lane.height();
    }

    private void node(Neighbour neighbour, int x, int y, boolean onLeft, int centre) {
        var bend = onLeft ? x + 90 : x - 90;
        var end = onLeft ? MIDDLE - 70 : MIDDLE + 70;
        edges.append("<path class=\"edge\" d=\"M")
                .append(x)
                .append(' ')
                .append(y + 5)
                .append(" C")
                .append(bend)
                .append(' ')
                .append(y + 5)
                .append(' ')
                .append(onLeft ? end - 60 : end + 60)
                .append(' ')
                .append(centre)
                .append(' ')
                .append(end)
                .append(' ')
                .append(centre)
                .append("\"/>");
        nodes.append("<a href=\"")
                .append(Drawing.escaped(neighbour.address()))
                .append("\"><circle cx=\"")
                .append(x)
                .append("\" cy=\"")
                .append(y + 5)
                .append("\" r=\"5\"/>");
        text(
                x + (onLeft ? -12 : 12),
                y + 10,
                onLeft ? "end" : "start",
                "name",
                Drawing.cut(neighbour.name(), LETTERS));
        nodes.append("<title>")
                .append(Drawing.escaped(neighbour.relation() + ": " + neighbour.name()))
                .append("</title></a>");
    }

    private void text(int x, int y, String anchor, String style, String words) {
        nodes.append("<text x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\" class=\"")
                .append(style)
                .append("\">")
                .append(Drawing.escaped(words))
                .append("</text>");
    }

    private String middle(String centre, int y) {
        return "<rect class=\"centre\" x=\""
                + (MIDDLE - 78)
                + "\" y=\""
                + (y - 20)
                + "\" width=\"156\" height=\"40\" rx=\"20\"/><text class=\"centre\" x=\""
                + MIDDLE
                + "\" y=\""
                + (y + 6)
                + "\" text-anchor=\"middle\">"
                + Drawing.escaped(Drawing.cut(centre, 18))
                + "</text>";
    }
}
