package org.modelgraph.ingest.format;

import org.modelgraph.naming.Named;
import org.modelgraph.problem.Problem;

import java.util.List;
import java.util.Optional;

/** One file of {@code .eval_results}: results of one model on benchmarks of the Hub. */
final class EvalResults {
    private static final int LONGEST_SETTING = 120;

    private final SourceFile file;
    private final Intake intake;
    private final Optional<String> repository;

    EvalResults(SourceFile file, Intake intake, Optional<String> repository) {
        this.file = file;
        this.intake = intake;
        this.repository = repository;
    }

    void take(Datum results) {
        var model =
                repository.orElseThrow(() ->
                        Problem.of(
                                        Problem.Kind.MALFORMED_DATA,
                                        file.shown() + ": nothing tells which model this is about")
                                .hint("Keep the folders: ORGANISATION/MODEL/.eval_results/."));
        if (!(results instanceof Datum.Items))
            throw Problem.of(
                            Problem.Kind.MALFORMED_DATA,
                            file.shown() + ": the evaluation results are no list")
                    .hint("Begin each result with a hyphen.");
        var owner = model.contains("/") ? model.substring(0, model.indexOf('/')) : model;
        var author = intake.named("organization", owner, 1);
        if (author.isEmpty()) return;
        intake.describe(
                SourceFacts.of(
                                "Evaluation results of " + model,
                                model + " 的评测结果",
                                author.get(),
                                "data-set",
                                file.name())
                        .at(Optional.of("https://huggingface.co/" + model)));
        var items = results.items();
        for (var i = 0; i < items.size(); i++) result(items.get(i), i, model, author.get());
    }

    private void result(Datum item, int i, String model, Named author) {
        var path = "[" + i + "]";
        var id = item.get("dataset").text("id");
        var value = item.text("value");
        if (id.isEmpty() || value.isEmpty()) {
            var lack = id.isEmpty() ? "dataset.id" : "value";
            intake.leaveAside(item.line(), path + " is left aside: it has no " + lack);
            return;
        }
        var task = item.get("dataset").text("task_id").filter(t -> !t.equals("default"));
        var benchmark = id.get() + task.map(t -> ", " + t).orElse("");
        var notes = item.text("notes").orElse("");
        var brief = notes.length() <= LONGEST_SETTING;
        var source = item.get("source");
        var unit = intake.mapping().unit("score", List.of(id.get(), benchmark));
        var draft =
                intake.result("r" + i, item.line(), path, author.node())
                        .stance(source.isNothing() ? "stated" : "relayed")
                        .model(model)
                        .benchmark(benchmark)
                        .setting(brief ? notes : "")
                        .metric("score", unit)
                        .printed(value.get());
        if (!brief) draft.claim().note(notes);
        source.text("url").ifPresent(draft.claim()::cites);
        item.text("date")
                .flatMap(Attribute::day)
                .ifPresent(day -> draft.claim().add(Vocabulary.term("evaluatedAt"), day));
        if (item.text("verifyToken").isPresent())
            draft.claim().note("The file gives a token by which the Hub can verify the result.");
        draft.send();
    }
}
