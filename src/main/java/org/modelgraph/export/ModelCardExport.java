package org.modelgraph.export;

import org.apache.jena.graph.Node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model card of the Hugging Face Hub: the YAML head with the {@code model-index}, and below it
 * where each figure comes from. The IRIs stand in places that the Hub leaves to the author: the key
 * {@code modelgraph}, and {@code args}.
 */
final class ModelCardExport {
    private ModelCardExport() {}

    static String text(Knowledge knowledge, Node node) {
        var model = knowledge.thing(node);
        var attributes = knowledge.attributes(model);
        var results = knowledge.results(model);
        var head = new Document();
        head.put("license", texts(attributes, "licenceName"));
        head.put("base_model", texts(attributes, "derivedFrom"));
        head.put("datasets", texts(attributes, "trainedOn"));
        head.put("model_name", model.label());
        head.put("modelgraph", model.iri());
        if (!results.isEmpty())
            head.put(
                    "model-index",
                    List.of(
                            new Document()
                                    .put("name", model.label())
                                    .put("results", results(results))
                                    .members()));
        return "---\n" + head.yaml() + "---\n" + body(model, results);
    }

    private static List<String> texts(List<AttributeFacts> attributes, String name) {
        return Knowledge.of(attributes, name).stream()
                .map(AttributeFacts::text)
                .distinct()
                .toList();
    }

    private static List<Map<String, Object>> results(List<ResultFacts> results) {
        return results.stream().map(ModelCardExport::result).toList();
    }

    private static Map<String, Object> result(ResultFacts result) {
        var arguments = new Document().put("benchmark", result.benchmark().iri());
        arguments.put("setting", result.setting().map(Thing::iri));
        var dataset =
                new Document()
                        .put("type", result.benchmark().localName())
                        .put("name", result.benchmark().label())
                        .put("args", arguments);
        var metric =
                new Document()
                        .put("type", result.metric().localName())
                        .put("name", result.metric().label())
                        .put("value", value(result))
                        .put("args", new Document().put("metric", result.metric().iri()));
        var whole =
                new Document()
                        .put("task", new Document().put("type", "text-generation"))
                        .put("dataset", dataset)
                        .put("metrics", List.of(metric.members()));
        result.source()
                .ifPresent(source ->
                        whole.put(
                                "source",
                                new Document()
                                        .put("name", source.label())
                                        .put("url", source.url())));
        return whole.members();
    }

    /** A number where the print is one, else the print, so that its signs stay. */
    private static Object value(ResultFacts result) {
        var written = result.signed();
        return written.matches("-?\\d+(\\.\\d+)?") ? Document.number(written) : written;
    }

    private static String body(Thing model, List<ResultFacts> results) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("# " + model.label());
        lines.add("");
        lines.add(
                "What is known of this model, with the source of each figure: <"
                        + model.iri()
                        + ">.");
        var sources = new LinkedHashMap<String, String>();
        for (var result : results)
            result.source()
                    .ifPresent(s -> sources.put(s.label(), s.url().orElse(s.node().toString())));
        if (!sources.isEmpty()) {
            lines.add("");
            lines.add("## Sources");
            lines.add("");
            sources.forEach((label, url) ->
                    lines.add("- [" + label.replaceAll("[\\[\\]]", "") + "](" + url + ")"));
        }
        return String.join("\n", lines) + "\n";
    }
}
