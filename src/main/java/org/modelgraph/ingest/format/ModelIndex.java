package org.modelgraph.ingest.format;

import org.apache.jena.graph.Node;
import org.modelgraph.naming.NormalName;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The {@code model-index} of a model card: results by task, data set and metric. */
final class ModelIndex {
    private static final Pattern SHOTS =
            Pattern.compile("^(.*?)\\s*\\((\\d+)-shot\\)$", Pattern.CASE_INSENSITIVE);

    private final Intake intake;
    private final Node author;

    ModelIndex(Intake intake, Node author) {
        this.intake = intake;
        this.author = author;
    }

    /**
     * Takes all results.
     *
     * @param model the model that the card is about; where several entries have results, each is
     *     about the model that it names
     * @param label what that model is called
     */
    void take(Datum index, String model, String label) {
        var entries = index.items();
        var alone = entries.stream().filter(e -> !e.get("results").items().isEmpty()).count() < 2;
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var path = "model-index[" + i + "]";
            var name = entry.text("name").orElse(model);
            var results = entry.get("results").items();
            if (results.isEmpty())
                intake.leaveAside(entry.line(), path + " is left aside: it has no results");
            else if (alone && !same(name, model) && !same(name, label))
                intake.remark(
                        entry.line(),
                        path + " calls the model “" + name + "”; its card is that of " + model);
            var about = alone ? model : name;
            for (var j = 0; j < results.size(); j++)
                result(results.get(j), about, "r" + i + "-" + j, path + ".results[" + j + "]");
        }
    }

    private static boolean same(String name, String model) {
        var local = model.substring(model.indexOf('/') + 1);
        return NormalName.of(name).equals(NormalName.of(local))
                || NormalName.of(name).equals(NormalName.of(model));
    }

    private void result(Datum result, String model, String id, String path) {
        var dataset = result.get("dataset");
        var name = dataset.text("name").or(() -> dataset.text("type"));
        if (name.isEmpty()) {
            intake.leaveAside(result.line(), path + " is left aside: it names no data set");
            return;
        }
        var metrics = result.get("metrics").items();
        if (metrics.isEmpty())
            intake.leaveAside(result.line(), path + " is left aside: it has no metrics");
        for (var k = 0; k < metrics.size(); k++)
            metric(
                    metrics.get(k),
                    result,
                    name.get(),
                    model,
                    id + "-" + k,
                    path + ".metrics[" + k + "]");
    }

    private void metric(
            Datum metric, Datum result, String name, String model, String id, String path) {
        var type = metric.text("name").or(() -> metric.text("type"));
        var value = metric.text("value");
        if (type.isEmpty() || value.isEmpty()) {
            var lack = type.isEmpty() ? "type" : "value";
            intake.leaveAside(metric.line(), path + " is left aside: it has no " + lack);
            return;
        }
        var source = result.get("source");
        var shots = SHOTS.matcher(name);
        var arguments = result.get("dataset").get("args");
        var unit =
                intake.mapping()
                        .unit(
                                type.get(),
                                List.of(
                                        source.text("url").orElse(""),
                                        source.text("name").orElse(""),
                                        result.get("dataset").text("type").orElse("")));
        var draft =
                intake.result(id, metric.line(), path, author)
                        .stance(source.isNothing() ? "stated" : "relayed")
                        .model(model)
                        .benchmark(
                                intake.meant(
                                        arguments.text("benchmark"),
                                        shots.matches() ? shots.group(1) : name))
                        .setting(
                                intake.meant(
                                        arguments.text("setting"),
                                        setting(
                                                result,
                                                metric,
                                                shots.matches() ? shots.group(2) : "")))
                        .metric(intake.meant(metric.get("args").text("metric"), type.get()), unit)
                        .printed(value.get());
        source.text("url").ifPresent(draft.claim()::cites);
        if (metric.text("verified").orElse("").equals("true"))
            draft.claim().note("The Hub marks this result as verified.");
        draft.send();
    }

    /** The conditions, as the tables of names write them: {@code 5-shot; test split}. */
    private static String setting(Datum result, Datum metric, String shotsInName) {
        var dataset = result.get("dataset");
        var parts = new ArrayList<String>();
        var shots =
                dataset.get("args")
                        .text("num_few_shot")
                        .filter(n -> n.matches("\\d+"))
                        .orElse(shotsInName);
        if (!shots.isEmpty()) parts.add(shots + "-shot");
        dataset.text("split").ifPresent(split -> parts.add(split + " split"));
        dataset.text("config")
                .filter(config -> !config.equals("default"))
                .ifPresent(config -> parts.add("configuration " + config));
        metric.text("config")
                .filter(config -> !config.equals("default"))
                .ifPresent(config -> parts.add("metric configuration " + config));
        return String.join("; ", parts);
    }
}
