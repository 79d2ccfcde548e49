package org.modelgraph.http.pages.panel;

import org.modelgraph.browse.Thing;
import org.modelgraph.chart.BipartiteGraph;
import org.modelgraph.http.pages.Frame;

/** Properties between classes, as a drawing. */
public record ClassLinks(Panel panel) {
    /** The drawing: domains to the left, ranges to the right. */
    public String svg() {
        var frame = panel.frame();
        var edges =
                panel.lines().stream()
                        .map(l ->
                                new BipartiteGraph.Edge(
                                        node(frame, l.thing("domain").orElseThrow()),
                                        l.words("property"),
                                        node(frame, l.thing("range").orElseThrow())))
                        .toList();
        return BipartiteGraph.svg(panel.title(), edges);
    }

    private static BipartiteGraph.Node node(Frame frame, Thing thing) {
        return new BipartiteGraph.Node(thing.label(), frame.page(thing.iri()));
    }
}
