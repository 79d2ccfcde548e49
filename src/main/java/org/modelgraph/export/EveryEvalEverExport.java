package org.modelgraph.export;

import org.apache.jena.graph.Node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records of Every Eval Ever, schema 0.3.0: one record for each group of results that a model has
 * from one source and one harness; several records are an array.
 */
final class EveryEvalEverExport {
    private static final String SCHEMA = "0.3.0";

    private record Group(String source, String harness, boolean measured, String date) {}

    private EveryEvalEverExport() {}

    static String text(Knowledge knowledge, Node node) {
        var model = knowledge.thing(node);
        var developers = Knowledge.of(knowledge.attributes(model), "developedBy");
        var groups = new LinkedHashMap<Group, List<ResultFacts>>();
        for (var result : knowledge.results(model))
            groups.computeIfAbsent(group(result), _ -> new ArrayList<>()).add(result);
        var records = new ArrayList<Map<String, Object>>();
        groups.forEach((group, results) ->
                records.add(record(model, developers, group, results, records.size())));
        return Document.json(records.size() == 1 ? records.getFirst() : records);
    }

    private static Group group(ResultFacts result) {
        return new Group(
                result.source().map(s -> s.node().toString()).orElse(""),
                result.more().of("harness").orElse(""),
                result.stance().equals("measured"),
                result.more().of("evaluatedAt").orElse(""));
    }

    private static Map<String, Object> record(
            Thing model,
            List<AttributeFacts> developers,
            Group group,
            List<ResultFacts> results,
            int number) {
        var first = results.getFirst();
        var organization =
                first.source().flatMap(SourceFacts::creator).orElse(first.asserter()).label();
        return new Document()
                .put("schema_version", SCHEMA)
                .put("evaluation_id", "modelgraph/" + model.path() + "/" + number)
                .put("evaluation_timestamp", Optional.of(group.date()).filter(d -> !d.isEmpty()))
                .put("retrieved_timestamp", "0")
                .put(
                        "source_metadata",
                        new Document()
                                .put("source_name", first.source().map(SourceFacts::label))
                                .put(
                                        "source_type",
                                        group.measured() ? "evaluation_run" : "documentation")
                                .put("source_organization_name", organization)
                                .put(
                                        "source_organization_url",
                                        first.source().flatMap(SourceFacts::url))
                                .put("evaluator_relationship", relationship(first)))
                .put("eval_library", library(group.harness()))
                .put("model_info", model(model, developers))
                .put("evaluation_results", results.stream().map(r -> result(r, group)).toList())
                .members();
    }

    private static String relationship(ResultFacts result) {
        return switch (result.more().of("evaluatorRelation").orElse("")) {
            case "first-party" -> "first_party";
            case "third-party" -> "third_party";
            default -> "other";
        };
    }

    /** The name and the version of a harness, which the graph keeps in one text. */
    private static Document library(String harness) {
        var blank = harness.lastIndexOf(' ');
        var versioned = blank > 0 && harness.substring(blank + 1).matches("v?\\d[^ ]*");
        return new Document()
                .put(
                        "name",
                        harness.isEmpty()
                                ? "unknown"
                                : versioned ? harness.substring(0, blank) : harness)
                .put("version", versioned ? harness.substring(blank + 1) : "unknown");
    }

    private static Document model(Thing model, List<AttributeFacts> developers) {
        var details =
                new Document()
                        .put("deployment_type", "unknown")
                        .put("model_availability", "unknown")
                        .put("modelgraph", model.iri());
        var developer = developers.stream().findFirst();
        developer
                .flatMap(AttributeFacts::thing)
                .ifPresent(d -> details.put("modelgraph_developer", d.iri()));
        return new Document()
                .put("name", model.label())
                .put("id", model.localName())
                .put("developer", developer.map(AttributeFacts::text))
                .put("additional_details", details);
    }

    private static Map<String, Object> result(ResultFacts result, Group group) {
        var whole =
                new Document()
                        .put("evaluation_result_id", result.claim().toString())
                        .put("evaluation_name", result.benchmark().label())
                        .put("source_data", data(result))
                        .put(
                                "evaluation_timestamp",
                                Optional.of(group.date()).filter(d -> !d.isEmpty()))
                        .put("metric_config", metric(result))
                        .put("score_details", score(result));
        result.setting()
                .ifPresent(setting ->
                        whole.put(
                                "generation_config",
                                new Document()
                                        .put(
                                                "additional_details",
                                                new Document()
                                                        .put("setting", setting.label())
                                                        .put("modelgraph", setting.iri()))));
        return whole.members();
    }

    private static Document data(ResultFacts result) {
        return new Document()
                .put("dataset_name", result.benchmark().label())
                .put("source_type", "other")
                .put(
                        "additional_details",
                        new Document().put("modelgraph", result.benchmark().iri()));
    }

    private static Document metric(ResultFacts result) {
        return new Document()
                .put("metric_id", result.metric().localName())
                .put("metric_name", result.metric().label())
                .put("metric_unit", result.unit())
                .put("lower_is_better", result.lowerIsBetter())
                .put("additional_details", new Document().put("modelgraph", result.metric().iri()));
    }

    private static Document score(ResultFacts result) {
        var more = result.more();
        var interval = new Document();
        if (more.of("confidenceLow").isPresent() && more.of("confidenceHigh").isPresent())
            interval.put("lower", more.of("confidenceLow").map(Document::number))
                    .put("upper", more.of("confidenceHigh").map(Document::number))
                    .put(
                            "confidence_level",
                            more.of("confidenceLevel")
                                    .map(Document::number)
                                    .map(level -> level.movePointLeft(2)));
        var uncertainty =
                new Document()
                        .put(
                                "standard_error",
                                new Document()
                                        .put(
                                                "value",
                                                more.of("standardError").map(Document::number)))
                        .put("confidence_interval", interval)
                        .put("num_samples", more.of("numberOfItems").map(Document::number));
        return new Document()
                .put("score", Document.number(result.value()))
                .put("uncertainty", uncertainty);
    }
}
