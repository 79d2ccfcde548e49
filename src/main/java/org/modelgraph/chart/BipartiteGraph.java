package org.modelgraph.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Things to the left, things to the right, and lines between those that are related. */
public final class BipartiteGraph {
    private static final int WIDTH = 1000;
    private static final int LEFT = 300;
    private static final int RIGHT = 700;
    private static final int STEP = 25;
    private static final int LETTERS = 34;

    /** A thing and where it is shown. */
    public record Node(String name, String address) {}

    /** A line from left to right, and what it says. */
    public record Edge(Node from, String name, Node to) {}

    private BipartiteGraph() {}

    /**
     * Draws the lines.
     *
     * @param name what the drawing is, for those who don't see it
     */
    public static String svg(String name, List<Edge> edges) {
        var left = places(edges.stream().map(Edge::from).distinct().toList());
        var right = places(edges.stream().map(Edge::to).distinct().toList());
        var height = 12 + STEP * Math.max(left.size(), right.size());
        var svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"ego\" viewBox=\"0 0 %d %d\""
                        .formatted(WIDTH, height));
        svg.append(" role=\"group\" aria-label=\"%s\">".formatted(Drawing.escaped(name)));
        bundled(edges)
                .forEach((pair, names) -> {
                    var from = left.getOrDefault(pair.from(), 0);
                    var to = right.getOrDefault(pair.to(), 0);
                    svg.append(
                            "<path class=\"edge\" d=\"M%d %d C%d %d %d %d %d %d\"><title>%s</title></path>"
                                    .formatted(
                                            LEFT,
                                            from,
                                            LEFT + 170,
                                            from,
                                            RIGHT - 170,
                                            to,
                                            RIGHT,
                                            to,
                                            Drawing.escaped(
                                                    pair.from().name()
                                                            + " → "
                                                            + pair.to().name()
                                                            + ": "
                                                            + String.join(", ", names))));
                });
        left.forEach((node, y) -> svg.append(node(node, LEFT, y, true)));
        right.forEach((node, y) -> svg.append(node(node, RIGHT, y, false)));
        return svg + "</svg>";
    }

    private record Pair(Node from, Node to) {}

    private static Map<Pair, List<String>> bundled(List<Edge> edges) {
        var bundles = new LinkedHashMap<Pair, List<String>>();
        for (var edge : edges)
            bundles.computeIfAbsent(new Pair(edge.from(), edge.to()), _ -> new ArrayList<>())
                    .add(edge.name());
        return bundles;
    }

    private static Map<Node, Integer> places(List<Node> nodes) {
        var places = new LinkedHashMap<Node, Integer>();
        for (var node : nodes) places.put(node, 16 + STEP * places.size());
        return places;
    }

    private static String node(Node node, int x, int y, boolean onLeft) {
        return "<a href=\"%s\"><circle cx=\"%d\" cy=\"%d\" r=\"5\"/><text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text></a>"
                .formatted(
                        Drawing.escaped(node.address()),
                        x,
                        y,
                        x + (onLeft ? -12 : 12),
                        y + 5,
                        onLeft ? "end" : "start",
                        Drawing.escaped(Drawing.cut(node.name(), LETTERS)));
    }
}
