package org.modelgraph.ingest.format;

import org.modelgraph.naming.Named;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Results of the Massive Text Embedding Benchmark as its repository of results keeps them: {@code
 * MODEL/REVISION/TASK.json}, in the form of before version 1.11 and of since, and {@code
 * model_meta.json}. Of each split and subset the main score is taken.
 */
public final class MtebFormat implements Format {
    private static final Pattern PLACE =
            Pattern.compile("(?:.*/)?([^/]+)/([^/]+)/[^/]+\\.json(?:\\.gz)?$");
    private static final List<String> OLD_SPLITS = List.of("test", "validation", "dev", "train");

    private static final Set<String> META =
            Set.of("name", "license", "release_date", "adapted_from");

    @Override
    public String name() {
        return "mteb";
    }

    @Override
    public boolean takes(String path) {
        return path.endsWith(".json") || path.endsWith(".json.gz");
    }

    @Override
    public String nameOf(Path file) {
        var path = file.toAbsolutePath().normalize();
        var from = Math.max(0, path.getNameCount() - 3);
        return path.subpath(from, path.getNameCount()).toString().replace('\\', '/');
    }

    @Override
    public void read(SourceFile file, Intake intake) {
        var place = PLACE.matcher(file.name());
        if (!place.matches()) {
            intake.leaveAside(
                    0,
                    "the folders MODEL/REVISION above the file are missing, so no model is named");
            return;
        }
        var model = place.group(1).replace("__", "/");
        var revision = place.group(2);
        var root = file.text(DatumReader.json(file.shown(), intake::remark)::read);
        var author = intake.named("organization", "contributors to MTEB", 1);
        if (author.isEmpty()) return;
        if (file.fileName().equals("model_meta.json")) {
            meta(file, root, model, author.get(), intake);
            return;
        }
        var task = root.text("task_name").or(() -> root.text("mteb_dataset_name"));
        if (task.isEmpty()) {
            intake.leaveAside(1, "the file names no task: it is of another format");
            return;
        }
        describe(
                file,
                "MTEB results of " + model + " on " + task.get(),
                model + " 在 " + task.get() + " 上的 MTEB 结果",
                author.get(),
                intake);
        var results = new MtebResults(intake, author.get(), model, revision, root);
        if (root.get("scores") instanceof Datum.Fields) results.take(task.get());
        else for (var split : OLD_SPLITS) results.takeOld(task.get(), split);
    }

    private static void describe(
            SourceFile file, String title, String titleZh, Named author, Intake intake) {
        intake.describe(
                SourceFacts.of(title, titleZh, author, "data-set", file.name())
                        .at(Optional.of("https://github.com/embeddings-benchmark/results")));
    }

    private static void meta(
            SourceFile file, Datum root, String model, Named author, Intake intake) {
        describe(file, "MTEB record of " + model, "MTEB 模型记录 " + model, author, intake);
        var name = root.text("name").orElse(model);
        var thing = intake.named("model", name, root.get("name").line());
        attribute(Attribute.LICENCE, root.get("license"), "license", thing, author, intake);
        attribute(
                Attribute.RELEASED_ON,
                root.get("release_date"),
                "release_date",
                thing,
                author,
                intake);
        var base = root.get("adapted_from");
        if (base.text().isPresent())
            Attribute.DERIVED_FROM.claim(
                    new Attribute.Claiming(
                            intake,
                            "adapted-from",
                            base.line(),
                            "adapted_from",
                            author.node(),
                            "stated"),
                    thing,
                    base.text().get());
        root.fields()
                .forEach((key, value) -> {
                    if (!META.contains(key) && !isEmpty(value))
                        intake.leaveAside(
                                value.line(),
                                key + " is left aside: " + intake.mapping().reason(key));
                });
    }

    private static boolean isEmpty(Datum value) {
        return value.items().isEmpty() && value.fields().isEmpty();
    }

    private static void attribute(
            Attribute attribute,
            Datum value,
            String path,
            Optional<Named> thing,
            Named author,
            Intake intake) {
        if (value.text().isEmpty()) return;
        var literal =
                attribute == Attribute.RELEASED_ON
                        ? Attribute.day(value.text().get())
                        : Optional.of(Vocabulary.plain(value.text().get()));
        if (literal.isEmpty()) {
            intake.leaveAside(value.line(), path + " is left aside: it is no day");
            return;
        }
        attribute.claim(
                new Attribute.Claiming(
                        intake,
                        path.replace('_', '-'),
                        value.line(),
                        path,
                        author.node(),
                        "stated"),
                thing,
                literal.get());
    }
}
