package org.modelgraph.ingest.format;

import org.modelgraph.naming.Named;

import java.util.List;
import java.util.Optional;

/** The scores of one file of MTEB results. */
final class MtebResults {
    private static final List<String> NOT_SCORES =
            List.of("hf_subset", "languages", "main_score", "evaluation_time");

    private final Intake intake;
    private final Named author;
    private final String model;
    private final String revision;
    private final Datum root;

    MtebResults(Intake intake, Named author, String model, String revision, Datum root) {
        this.intake = intake;
        this.author = author;
        this.model = model;
        this.revision = revision;
        this.root = root;
    }

    /** The form of since version 1.11: splits, each with the scores of its subsets. */
    void take(String task) {
        for (var split : root.get("scores").fields().entrySet()) {
            var subsets = split.getValue().items();
            for (var i = 0; i < subsets.size(); i++) {
                var path = "scores." + split.getKey() + "[" + i + "]";
                var scores = subsets.get(i);
                var subset = scores.text("hf_subset").filter(s -> !s.equals("default"));
                var main = scores.get("main_score");
                if (main.text().isEmpty()) {
                    intake.leaveAside(scores.line(), path + " is left aside: it has no main_score");
                    continue;
                }
                take(task, split.getKey(), subset, "main score", main, path + ".main_score");
                others(scores, path);
            }
        }
    }

    /** The form of before: one split a key, and no main score named. */
    void takeOld(String task, String split) {
        var scores = root.get(split);
        if (scores.fields().isEmpty()) return;
        var metric = intake.mapping().table("main-score", task);
        var found = metric.map(way -> at(scores, way)).orElse(Datum.Text.NONE);
        if (metric.isEmpty() || found.text().isEmpty()) {
            intake.leaveAside(
                    scores.line(),
                    split
                            + " is left aside: the old form does not tell which score of "
                            + task
                            + " is the main one, and the mapping file does not either");
            return;
        }
        take(task, split, Optional.empty(), "main score", found, split + "." + metric.get());
        others(scores, split);
    }

    private static Datum at(Datum scores, String path) {
        var at = scores;
        for (var key : path.split("\\.")) at = at.get(key);
        return at;
    }

    private void take(
            String task,
            String split,
            Optional<String> subset,
            String metric,
            Datum value,
            String path) {
        var external = revision.equals("external");
        var id = "s-" + split + subset.map(s -> "-" + s).orElse("");
        var named = intake.mapping().table("main-metric", task);
        var draft =
                intake.result(
                                id.replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "")
                                        + "-"
                                        + value.line(),
                                value.line(),
                                path,
                                author.node())
                        .stance(external ? "relayed" : "measured")
                        .model(model)
                        .benchmark(task)
                        .setting(split + " split" + subset.map(s -> "; subset " + s).orElse(""))
                        .metric(named.orElse(metric), Unit.RATIO)
                        .printed(value.text().orElse(""));
        root.text("mteb_version")
                .ifPresent(version ->
                        draft.claim()
                                .add(
                                        Vocabulary.term("harness"),
                                        Vocabulary.plain("mteb " + version)));
        root.text("date")
                .flatMap(Attribute::day)
                .ifPresent(day -> draft.claim().add(Vocabulary.term("evaluatedAt"), day));
        draft.claim()
                .note(
                        external
                                ? "Stored among the external results, which come from the model"
                                        + " card."
                                : "Model revision " + revision + ".");
        draft.send();
    }

    private void others(Datum scores, String path) {
        var count = scores.fields().keySet().stream().filter(k -> !NOT_SCORES.contains(k)).count();
        if (count > 0)
            intake.leaveAside(
                    scores.line(),
                    path + ": " + count + " other scores than the main one are left aside");
    }
}
