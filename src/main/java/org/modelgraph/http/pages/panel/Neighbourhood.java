package org.modelgraph.http.pages.panel;

import org.modelgraph.browse.Thing;
import org.modelgraph.chart.EgoGraph;
import org.modelgraph.http.pages.Frame;
import org.modelgraph.http.pages.Kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands next to a thing, by kind. */
public record Neighbourhood(Panel panel, Thing centre) {
    /** The neighbourhood as a drawing; its links lead to the pages of the neighbours. */
    public String svg() {
        var frame = panel.frame();
        var lanes =
                lanes().entrySet().stream()
                        .map(e ->
                                new EgoGraph.Lane(
                                        e.getKey(),
                                        e.getValue().stream()
                                                .map(line -> neighbour(frame, line))
                                                .toList()))
                        .toList();
        return EgoGraph.svg(
                frame.texts().get("panel.neighbourhood.of", centre.label()), centre.label(), lanes);
    }

    private static EgoGraph.Neighbour neighbour(Frame frame, Line line) {
        var thing = line.thing("neighbour").orElseThrow();
        return new EgoGraph.Neighbour(
                thing.label(), Relation.of(line).name(frame.texts()), frame.page(thing.iri()));
    }

    /** The neighbours by the names of their kinds. */
    public Map<String, List<Line>> lanes() {
        return panel.lines().stream()
                .filter(l -> l.thing("neighbour").isPresent())
                .collect(
                        Collectors.groupingBy(this::lane, LinkedHashMap::new, Collectors.toList()));
    }

    private String lane(Line line) {
        var iri = line.thing("neighbour").orElseThrow().iri();
        return Kind.of(iri)
                .map(kind -> panel.frame().texts().get("kind." + kind.segment()))
                .orElseGet(() -> panel.frame().texts().get("panel.elsewhere"));
    }
}
