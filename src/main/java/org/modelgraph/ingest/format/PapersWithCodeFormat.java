package org.modelgraph.ingest.format;

import org.modelgraph.naming.Named;

/**
 * Leaderboards in the form of Papers with Code ({@code evaluation-tables.json}): tasks with data
 * sets, each with a table of models and metrics, in tasks below tasks. A file may hold one task or
 * an array of any length.
 */
public final class PapersWithCodeFormat implements Format {
    @Override
    public String name() {
        return "papers-with-code";
    }

    @Override
    public boolean takes(String path) {
        return path.endsWith(".json") || path.endsWith(".json.gz");
    }

    @Override
    public void read(SourceFile file, Intake intake) {
        var author = intake.named("organization", "contributors to Papers with Code", 1);
        if (author.isEmpty()) return;
        intake.describe(
                SourceFacts.of(
                        "Leaderboards in " + file.fileName(),
                        file.fileName() + " 中的排行榜",
                        author.get(),
                        "data-set",
                        file.name()));
        var reader = DatumReader.json(file.shown(), intake::remark);
        var count = new int[1];
        file.text(text -> {
            reader.readItems(
                    text,
                    task -> {
                        var n = count[0]++;
                        new Walk(intake, author.get()).task(task, "t" + n, "[" + n + "]");
                    });
            return true;
        });
    }

    /** The walk through one task. */
    private record Walk(Intake intake, Named author) {
        void task(Datum task, String id, String path) {
            var name = task.text("task");
            if (name.isEmpty()) {
                intake.leaveAside(task.line(), path + " is left aside: it names no task");
                return;
            }
            var datasets = task.get("datasets").items();
            for (var i = 0; i < datasets.size(); i++)
                dataset(
                        datasets.get(i),
                        "",
                        name.get(),
                        id + "-d" + i,
                        path + ".datasets[" + i + "]");
            var below = task.get("subtasks").items();
            for (var i = 0; i < below.size(); i++)
                task(below.get(i), id + "-s" + i, path + ".subtasks[" + i + "]");
        }

        private void dataset(Datum dataset, String above, String task, String id, String path) {
            var own = dataset.text("dataset").or(() -> dataset.text("subdataset"));
            if (own.isEmpty()) {
                intake.leaveAside(dataset.line(), path + " is left aside: it names no data set");
                return;
            }
            var name = above.isEmpty() ? own.get() : above + ", " + own.get();
            table(dataset.get("sota"), name, task, id, path + ".sota");
            var below = dataset.get("subdatasets").items();
            for (var i = 0; i < below.size(); i++)
                dataset(below.get(i), name, task, id + "-p" + i, path + ".subdatasets[" + i + "]");
        }

        private void table(Datum table, String dataset, String task, String id, String path) {
            var rows = table.get("rows").items();
            for (var i = 0; i < rows.size(); i++)
                row(rows.get(i), dataset, task, id + "-r" + i, path + ".rows[" + i + "]");
        }

        private void row(Datum row, String dataset, String task, String id, String path) {
            var model = row.text("model_name");
            if (model.isEmpty()) {
                intake.leaveAside(row.line(), path + " is left aside: it names no model");
                return;
            }
            var n = 0;
            for (var metric : row.get("metrics").fields().entrySet())
                result(
                        metric.getKey(),
                        metric.getValue(),
                        model.get(),
                        row,
                        dataset,
                        task,
                        id + "-m" + n++,
                        path);
        }

        private void result(
                String metric,
                Datum value,
                String model,
                Datum row,
                String dataset,
                String task,
                String id,
                String path) {
            if (value.text().isEmpty()) return;
            if (metric.isBlank()) {
                intake.leaveAside(value.line(), path + " has a value without a metric");
                return;
            }
            var unit = metric.contains("%") ? Unit.PERCENT : Unit.NOT_STATED;
            var draft =
                    intake.result(id, value.line(), path + ".metrics." + metric, author.node())
                            .stance("relayed")
                            .model(model)
                            .benchmark(dataset)
                            .metric(metric.strip(), unit)
                            .printed(value.text().get());
            row.text("paper_url").ifPresent(draft.claim()::cites);
            var notes = new StringBuilder("Task: " + task + ".");
            row.text("paper_title")
                    .ifPresent(title -> notes.append(" Paper: ").append(title).append('.'));
            row.text("paper_date")
                    .filter(d -> Attribute.day(d).isPresent())
                    .ifPresent(d -> notes.append(" Paper of ").append(d).append('.'));
            if (row.text("uses_additional_data").orElse("").equals("true"))
                notes.append(" Additional training data were used.");
            draft.claim().note(notes.toString());
            draft.send();
        }
    }
}
