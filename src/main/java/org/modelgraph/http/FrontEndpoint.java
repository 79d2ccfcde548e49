package org.modelgraph.http;

import org.modelgraph.browse.Index;
import org.modelgraph.graph.View;
import org.modelgraph.history.Selection;
import org.modelgraph.http.browse.PanelReader;
import org.modelgraph.http.pages.Frame;
import org.modelgraph.http.pages.HomeFacts;
import org.modelgraph.http.pages.Kind;
import org.modelgraph.http.pages.panel.Form;
import org.modelgraph.http.pages.panel.Panel;
import org.modelgraph.http.pages.panel.Slot;
import org.modelgraph.sparql.Prefixes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The front page. */
final class FrontEndpoint implements Endpoint {
    private static final List<String> EXAMPLES =
            List.of(
                    "model/gpt-4",
                    "limitation/hallucination",
                    "benchmark/uniform-bar-exam",
                    "technique/rlhf",
                    "disclosure/architecture-and-size");

    private static final List<String> QUESTIONS =
            List.of(
                    "results/exam-results",
                    "disclosure/withheld",
                    "model/issues",
                    "mitigations/measured-effect",
                    "comparison/two-models",
                    "results/leaderboard",
                    "limitations/unmitigated",
                    "disagreement/differing-figures",
                    "speculation/only-speculated",
                    "scaling/error-by-compute");
    private static final String EXAMPLE = Prefixes.BASE + EXAMPLES.getFirst();
    private static final Slot ISSUES =
            new Slot("model/issues", "model", Form.MAP, 12, false).elsewhere();
    private static final Slot TIMELINE = new Slot("graph/timeline", "", Form.TIMELINE, 12, false);
    private static final int MOST_ROWS = 3000;
    private static final int CHANGES = 3;

    private final Site site;
    private final PanelReader panels;

    FrontEndpoint(Site site, PanelReader panels) {
        this.site = site;
        this.panels = panels;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/", this::home);
    }

    void home(Exchange exchange) {
        var frame = site.frame(exchange);
        var facts = site.read(view -> facts(view, frame));
        exchange.page(200, site.pages().home(frame, facts));
    }

    private HomeFacts facts(View view, Frame frame) {
        var index = site.index(view);
        var language = frame.language();
        var counts =
                Arrays.stream(Kind.values())
                        .map(kind -> new HomeFacts.Count(kind, count(index, kind)))
                        .filter(c -> c.number() > 0)
                        .toList();
        var examples =
                EXAMPLES.stream()
                        .map(name -> Prefixes.BASE + name)
                        .filter(index.names()::knows)
                        .map(iri -> index.names().of(iri, language))
                        .toList();
        return new HomeFacts(
                counts,
                examples,
                index.triples(),
                index.version().toString(),
                site.catalog(),
                QUESTIONS.stream().flatMap(id -> site.catalog().find(id).stream()).toList(),
                panels(view, frame, index),
                site.history().chronicle().commits(Selection.newest(CHANGES)));
    }

    private List<Panel> panels(View view, Frame frame, Index index) {
        var example =
                Optional.of(EXAMPLE)
                        .filter(index.names()::knows)
                        .map(iri -> index.names().of(iri, frame.language()));
        var issues =
                example.flatMap(thing ->
                        panels.read(
                                view,
                                frame,
                                Optional.of(thing),
                                ISSUES,
                                Map.of(ISSUES.parameter(), List.of(thing.iri())),
                                MOST_ROWS));
        var timeline = panels.read(view, frame, Optional.empty(), TIMELINE, Map.of(), MOST_ROWS);
        return Stream.of(issues, timeline)
                .flatMap(Optional::stream)
                .filter(panel -> !panel.isEmpty())
                .toList();
    }

    private static long count(Index index, Kind kind) {
        return kind.type().map(type -> index.members(type).size()).orElse(0);
    }
}
