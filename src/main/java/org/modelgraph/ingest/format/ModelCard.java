package org.modelgraph.ingest.format;

import org.modelgraph.naming.Named;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One card of the Hugging Face Hub: the fields of its head as claims of those who wrote it. */
final class ModelCard {
    /** The key under which our own cards give the IRI of what they are about. */
    private static final String OURS = "modelgraph";

    private static final Set<String> TAKEN =
            Set.of(
                    "license",
                    "license_name",
                    "license_link",
                    "base_model",
                    "base_model_relation",
                    "datasets",
                    "model_name",
                    "model-index",
                    "pretty_name",
                    OURS);
    private static final Set<String> OF_DATA_SETS =
            Set.of("pretty_name", "task_categories", "size_categories", "dataset_info");
    private static final Set<String> OF_MODELS =
            Set.of("model-index", "base_model", "library_name", "pipeline_tag", "model_name");

    private final SourceFile file;
    private final Intake intake;
    private final Optional<String> repository;

    ModelCard(SourceFile file, Intake intake, Optional<String> repository) {
        this.file = file;
        this.intake = intake;
        this.repository = repository;
    }

    void take(Datum head) {
        var ofData =
                head.fields().keySet().stream().anyMatch(OF_DATA_SETS::contains)
                        && head.fields().keySet().stream().noneMatch(OF_MODELS::contains);
        var subject = subject(head, ofData);
        var what = ofData ? "data set card of " : "model card of ";
        var whatZh = ofData ? "的数据集卡片" : "的模型卡片";
        var author = author(subject, what, whatZh);
        if (author.isEmpty()) return;
        intake.describe(
                SourceFacts.of(
                                capital(what) + subject,
                                subject + whatZh,
                                author.get(),
                                "documentation",
                                file.name())
                        .at(repository.filter(r -> r.contains("/")).map(r -> address(r, ofData))));
        var meant = intake.meant(head.text(OURS), subject);
        var thing = intake.named(ofData ? "dataset" : "model", meant, 1);
        licence(head, thing, author.get());
        if (!ofData) {
            each(head, "base_model", Attribute.DERIVED_FROM, thing, author.get());
            each(head, "datasets", Attribute.TRAINED_ON, thing, author.get());
            new ModelIndex(intake, author.get().node())
                    .take(head.get("model-index"), meant, thing.map(Named::label).orElse(subject));
        }
        head.fields()
                .forEach((key, value) -> {
                    if (!TAKEN.contains(key)) leave(key, value);
                });
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String address(String repository, boolean ofData) {
        return "https://huggingface.co/" + (ofData ? "datasets/" : "") + repository;
    }

    private void leave(String key, Datum value) {
        intake.leaveAside(value.line(), key + " is left aside: " + intake.mapping().reason(key));
    }

    /**
     * What the card is about: its repository, else what the file is called after, else the name in
     * it. The name in a {@code model-index} is often that of a run, and the same in many cards.
     */
    private String subject(Datum head, boolean ofData) {
        if (repository.isPresent()) return repository.get();
        if (ofData && head.text("pretty_name").isPresent()) return head.text("pretty_name").get();
        var stem = file.fileName().replaceFirst("\\.[^.]*$", "");
        if (!stem.equalsIgnoreCase("readme")) return stem;
        return head.text("model_name")
                .or(() -> first(head.get("model-index").items()).text("name"))
                .orElse(stem);
    }

    private static Datum first(List<Datum> items) {
        return items.isEmpty() ? Datum.Text.NONE : items.getFirst();
    }

    /** The organisation of the repository, else those who wrote the card. */
    private Optional<Named> author(String subject, String what, String whatZh) {
        if (repository.isEmpty() || !repository.get().contains("/"))
            return Optional.of(intake.authors(what + subject, subject + whatZh));
        var organization = repository.get().substring(0, repository.get().indexOf('/'));
        return intake.named("organization", organization, 1);
    }

    private void licence(Datum head, Optional<Named> thing, Named author) {
        var given = head.get("license").items();
        for (var i = 0; i < given.size(); i++) {
            var licence = given.get(i);
            var name = licence.text().orElse("");
            if (name.equals("other")) name = head.text("license_name").orElse(name);
            if (name.isEmpty()) continue;
            Attribute.LICENCE.claim(
                    claiming("licence-" + i, licence, "license", author),
                    thing,
                    Vocabulary.plain(name));
        }
    }

    private void each(
            Datum head, String key, Attribute attribute, Optional<Named> thing, Named author) {
        var given = head.get(key).items();
        for (var i = 0; i < given.size(); i++) {
            var item = given.get(i);
            var path = key + (head.get(key) instanceof Datum.Items ? "[" + i + "]" : "");
            if (item.text().isEmpty()) intake.leaveAside(item.line(), path + " is no name");
            else
                attribute.claim(
                        claiming(key.replace('_', '-') + "-" + i, item, path, author),
                        thing,
                        item.text().get());
        }
    }

    private Attribute.Claiming claiming(String id, Datum at, String path, Named author) {
        return new Attribute.Claiming(intake, id, at.line(), path, author.node(), "stated");
    }
}
