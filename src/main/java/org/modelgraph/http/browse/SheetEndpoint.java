package org.modelgraph.http.browse;

import org.modelgraph.browse.Index;
import org.modelgraph.browse.Thing;
import org.modelgraph.graph.View;
import org.modelgraph.http.Endpoint;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Routing;
import org.modelgraph.http.Site;
import org.modelgraph.http.pages.Frame;
import org.modelgraph.http.pages.panel.Form;
import org.modelgraph.http.pages.panel.Sheet;
import org.modelgraph.sparql.Prefixes;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Pages that look at the whole graph from one side: the map of issues and mitigations, the
 * timeline, documents against each other.
 */
public final class SheetEndpoint implements Endpoint {
    private static final List<String> ISSUES = List.of("Limitation", "Risk", "Challenge");

    private final Site site;
    private final Sheets sheets;

    /** An endpoint over a site. */
    public SheetEndpoint(Site site, PanelReader panels) {
        this.site = site;
        this.sheets = new Sheets(site, panels);
    }

    @Override
    public void open(Routing routing) {
        routing.get("/map/limitations", e -> sheets.send(e, this::map));
        routing.get("/timeline", e -> sheets.send(e, (_, view, frame) -> timeline(view, frame)));
        routing.get("/sources/compare", e -> sheets.send(e, this::sources));
    }

    private Sheet map(Exchange exchange, View view, Frame frame) {
        var texts = frame.texts();
        var here = frame.addresses().basePath() + "/map/limitations";
        var model = exchange.parameter("model").map(m -> Prefixes.BASE + "model/" + m);
        var kind = exchange.parameter("kind").filter(ISSUES::contains).orElse("Limitation");
        var asList = exchange.parameter("view").filter("list"::equals).isPresent();
        var tail = asList ? "&view=list" : "";
        var tabs =
                new java.util.ArrayList<>(
                        ISSUES.stream()
                                .map(k ->
                                        new Sheet.Link(
                                                texts.get(
                                                        "kind."
                                                                + k.toLowerCase(
                                                                        java.util.Locale.ROOT)),
                                                frame.link(here + "?kind=" + k + tail),
                                                model.isEmpty() && k.equals(kind)))
                                .toList());
        tabs.add(
                new Sheet.Link(
                        texts.get(asList ? "map.matrix" : "map.list"),
                        frame.link(here + "?kind=" + kind + (asList ? "" : "&view=list")),
                        false));
        var form = asList ? Form.ISSUES : Form.MAP;
        var panel =
                model.isPresent()
                        ? sheets.one(
                                view,
                                frame,
                                "model/issues",
                                form,
                                Map.of("model", List.of(model.get())))
                        : sheets.one(
                                view,
                                frame,
                                "limitations/map",
                                form,
                                Map.of("kind", List.of("mg:" + kind)));
        var select =
                new Sheet.Select(
                        "model",
                        texts.get("map.model"),
                        exchange.parameter("model").orElse(""),
                        evaluated(view, frame));
        return new Sheet("map", tabs, List.of(select), panel, List.of());
    }

    private List<Sheet.Option> evaluated(View view, Frame frame) {
        return sheets.one(view, frame, "risks/models", Form.TABLE, Map.of()).stream()
                .flatMap(p -> p.lines().stream())
                .flatMap(l -> l.thing("model").stream())
                .map(t ->
                        new Sheet.Option(
                                t.iri().substring(t.iri().lastIndexOf('/') + 1), t.label()))
                .toList();
    }

    private Sheet timeline(View view, Frame frame) {
        return new Sheet(
                "timeline",
                List.of(),
                List.of(),
                sheets.one(view, frame, "graph/timeline", Form.TIMELINE, Map.of()),
                List.of());
    }

    private Sheet sources(Exchange exchange, View view, Frame frame) {
        var index = site.index(view);
        var one = source(exchange, index, "a", "gpt-4-technical-report");
        var other = source(exchange, index, "b", "seed");
        var given = Map.of("source", List.of(one), "otherSource", List.of(other));
        var found =
                List.of("source/related-claims", "source/shared-results", "source/shared-subjects")
                        .stream()
                        .flatMap(q -> sheets.one(view, frame, q, Form.TABLE, given).stream())
                        .toList();
        var options =
                index.members(Prefixes.BASE + "ns/Source").stream()
                        .map(iri -> index.names().of(iri, frame.language()))
                        .sorted(Comparator.comparing(Thing::label))
                        .map(t -> new Sheet.Option(name(t.iri()), t.label()))
                        .toList();
        var selects =
                List.of(
                        new Sheet.Select("a", frame.texts().get("sources.one"), name(one), options),
                        new Sheet.Select(
                                "b", frame.texts().get("sources.other"), name(other), options));
        return new Sheet("sources", List.of(), selects, found, List.of());
    }

    private static String name(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    private static String source(Exchange exchange, Index index, String name, String usual) {
        var iri = Prefixes.BASE + "source/" + exchange.parameter(name).orElse(usual);
        return index.names().knows(iri) ? iri : Prefixes.BASE + "source/" + usual;
    }
}
