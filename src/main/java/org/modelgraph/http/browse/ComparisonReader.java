package org.modelgraph.http.browse;

import org.modelgraph.browse.Thing;
import org.modelgraph.graph.View;
import org.modelgraph.http.pages.Frame;
import org.modelgraph.http.pages.compare.Comparing;
import org.modelgraph.http.pages.compare.Comparison;
import org.modelgraph.http.pages.panel.Form;
import org.modelgraph.http.pages.panel.Panel;
import org.modelgraph.http.pages.panel.Slot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is said of several models, to lay it side by side. */
public final class ComparisonReader {
    private static final List<String> QUESTIONS =
            List.of("compare/facts", "compare/results", "compare/concepts", "compare/disclosure");

    private final PanelReader panels;

    /** A reader of the answers that panels hold. */
    public ComparisonReader(PanelReader panels) {
        this.panels = panels;
    }

    /** Models side by side, with all rows that there are. */
    public Comparison compare(View view, Frame frame, List<Thing> models) {
        return comparison(models, answers(view, frame, models));
    }

    Map<String, Panel> answers(View view, Frame frame, List<Thing> models) {
        var given = Map.of("model", models.stream().map(Thing::iri).toList());
        var answers = new LinkedHashMap<String, Panel>();
        for (var question : QUESTIONS)
            panels.read(view, frame, Optional.empty(), slot(question), given, 5000)
                    .ifPresent(panel -> answers.put(question, panel));
        return answers;
    }

    static Slot slot(String question) {
        return new Slot(question, "", Form.TABLE, 12, true);
    }

    static Comparison comparison(List<Thing> models, Map<String, Panel> answers) {
        var comparing = new Comparing(models);
        return new Comparison(
                models,
                answers.entrySet().stream()
                        .map(e ->
                                new Comparison.Section(
                                        e.getKey(),
                                        switch (e.getKey()) {
                                            case "compare/facts" -> comparing.facts(e.getValue());
                                            case "compare/results" ->
                                                    comparing.results(e.getValue());
                                            case "compare/concepts" ->
                                                    comparing.concepts(e.getValue());
                                            default -> comparing.disclosure(e.getValue());
                                        }))
                        .toList());
    }
}
