package org.modelgraph.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.modelgraph.http.pages.Texts;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Guard;
import org.modelgraph.sparql.Prefixes;
import org.modelgraph.sparql.QueryReader;
import org.modelgraph.workbench.Completion;
import org.modelgraph.workbench.Diagnosis;
import org.modelgraph.workbench.Plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an editor of queries asks while somebody writes: prefixes, completions, diagnoses, plans.
 */
final class WorkbenchEndpoint implements Endpoint {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_LABELS = 2000;

    private final Site site;
    private final Runs runs;
    private final Counting counting;

    WorkbenchEndpoint(Site site, Runs runs, Counting counting) {
        this.site = site;
        this.runs = runs;
        this.counting = counting;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/api/prefixes", e -> CatalogEndpoint.json(e, Prefixes.map()));
        routing.post("/api/complete", this::complete);
        routing.post("/api/lint", this::lint);
        routing.post("/api/explain", this::explain);
        routing.post("/api/labels", this::labels);
        routing.delete("/api/runs/{name}", this::stop);
    }

    private void complete(Exchange exchange) {
        var asked = asked(exchange);
        var completion =
                site.read(view ->
                        Completion.of(
                                text(asked, "text"),
                                asked.path("offset").asInt(text(asked, "text").length()),
                                counting.of(view),
                                site.index(view).names(),
                                exchange.language()));
        CatalogEndpoint.json(
                exchange,
                Map.of(
                        "from",
                        completion.from(),
                        "items",
                        completion.items().stream().map(WorkbenchEndpoint::item).toList()));
    }

    private static Map<String, Object> item(Completion.Item item) {
        var members = new LinkedHashMap<String, Object>();
        members.put("iri", item.iri());
        members.put("text", item.written());
        members.put("label", item.label());
        if (!item.definition().isEmpty()) members.put("definition", item.definition());
        members.put("kind", item.kind().name().toLowerCase(Locale.ROOT));
        members.put("count", item.count());
        members.put("near", item.near());
        item.prefix().ifPresent(p -> members.put("prefix", List.of(p.getKey(), p.getValue())));
        return members;
    }

    private void lint(Exchange exchange) {
        var found = new ArrayList<Map<String, Object>>();
        for (var diagnosis : Diagnosis.of(exchange.text(), site.terms(), site.federation())) {
            var members = new LinkedHashMap<String, Object>();
            members.put("severity", diagnosis.severity().name().toLowerCase(Locale.ROOT));
            members.put("line", diagnosis.position().line());
            members.put("column", diagnosis.position().column());
            members.put("length", diagnosis.length());
            members.put("message", diagnosis.message());
            diagnosis.hint().ifPresent(h -> members.put("hint", h));
            found.add(members);
        }
        CatalogEndpoint.json(exchange, Map.of("diagnoses", found));
    }

    private void explain(Exchange exchange) {
        var query = new QueryReader(site.terms()).read(exchange.text()).query();
        Guard.check(query, site.federation());
        var texts = Texts.of(exchange.language());
        var steps = site.read(view -> Plan.of(query, view.target(query).dataset()));
        CatalogEndpoint.json(
                exchange, Map.of("steps", steps.stream().map(s -> step(s, texts)).toList()));
    }

    private static Map<String, Object> step(Plan.Step step, Texts texts) {
        var members = new LinkedHashMap<String, Object>();
        members.put("depth", step.depth());
        members.put("action", step.action().name().toLowerCase(Locale.ROOT));
        members.put("words", texts.get("plan." + step.action().name().toLowerCase(Locale.ROOT)));
        members.put("detail", step.detail());
        step.statements()
                .ifPresent(n -> {
                    members.put("statements", Math.min(n, Plan.COUNTED));
                    members.put(
                            "cost",
                            n > Plan.COUNTED
                                    ? texts.get("plan.many", texts.number(Plan.COUNTED))
                                    : texts.count("plan.statements", n));
                });
        return members;
    }

    private void labels(Exchange exchange) {
        var iris = asked(exchange).path("iris");
        if (!iris.isArray() || iris.size() > MOST_LABELS)
            throw Problem.of(
                            Problem.Kind.BAD_REQUEST,
                            "The body is no object with a list iris of at most "
                                    + MOST_LABELS
                                    + " IRIs.")
                    .hint("For example {\"iris\": [\"https://w3id.org/modelgraph/model/gpt-4\"]}");
        var names = site.index().names();
        var frame = site.frame(exchange);
        var labels = new LinkedHashMap<String, Object>();
        for (var iri : iris) {
            var thing = names.of(iri.asText(), exchange.language());
            labels.put(
                    iri.asText(),
                    Map.of(
                            "label",
                            thing.label(),
                            "lang",
                            thing.language(),
                            "known",
                            names.knows(iri.asText()),
                            "page",
                            frame.page(iri.asText())));
        }
        CatalogEndpoint.json(exchange, Map.of("labels", labels));
    }

    private void stop(Exchange exchange) {
        if (!runs.stop(exchange.context().pathParam("name")))
            throw Problem.of(Problem.Kind.NOT_FOUND, "No query of this name is running.");
        exchange.context().status(204);
    }

    private static JsonNode asked(Exchange exchange) {
        try {
            return JSON.readTree(exchange.text());
        } catch (JsonProcessingException e) {
            throw Problem.of(Problem.Kind.BAD_REQUEST, "The body is no JSON.").causedBy(e);
        }
    }

    private static String text(JsonNode object, String member) {
        return object.path(member).asText("");
    }
}
