package org.modelgraph.ingest.format;

import org.modelgraph.naming.Named;
import org.modelgraph.sparql.Prefixes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Croissant 0.8, 1.0 and 1.1: JSON-LD that describes a data set. Keys are read with and without the
 * prefix of schema.org, texts as one string, with a language, or one a language.
 */
public final class CroissantFormat implements Format {
    private static final Set<String> TAKEN =
            Set.of(
                    "name",
                    "license",
                    "creator",
                    "datePublished",
                    "description",
                    "citeAs",
                    "citation",
                    "url",
                    "version");
    private static final Set<String> OF_THE_FORM =
            Set.of("conformsTo", "context", "type", "id", "language");

    @Override
    public String name() {
        return "croissant";
    }

    @Override
    public boolean takes(String path) {
        return path.endsWith(".json") || path.endsWith(".jsonld") || path.endsWith(".json.gz");
    }

    @Override
    public void read(SourceFile file, Intake intake) {
        var root = file.text(DatumReader.json(file.shown(), intake::remark)::read);
        if (root.get("@context").isNothing() || !isDataset(root.get("@type"))) {
            intake.leaveAside(
                    1, "the file describes no data set in JSON-LD: it is of another format");
            return;
        }
        var name = text(find(root, "name"), "en");
        if (name.isEmpty()) {
            intake.leaveAside(root.line(), "the data set is left aside: it has no name");
            return;
        }
        var author = author(root, name.get(), intake);
        if (author.isEmpty()) return;
        intake.describe(
                SourceFacts.of(
                                "Croissant description of " + name.get(),
                                text(find(root, "name"), "zh").orElse(name.get())
                                        + " 的 Croissant 描述",
                                author.get(),
                                "data-set",
                                file.name())
                        .at(text(find(root, "url"), "en"))
                        .published(text(find(root, "datePublished"), "en")));
        var meant = intake.meant(ours(root), name.get());
        var thing = intake.named("dataset", meant, find(root, "name").line());
        new Description(intake, author.get(), root, thing).take();
    }

    private static boolean isDataset(Datum type) {
        return type.items().stream()
                .flatMap(t -> t.text().stream())
                .anyMatch(t -> t.matches("(sc:|schema:|https?://schema\\.org/)?Dataset"));
    }

    /** Who describes the data set: its creator where one is named, else those of the file. */
    private static Optional<Named> author(Datum root, String name, Intake intake) {
        return creators(root, intake).stream()
                .findFirst()
                .map(c -> intake.named("organization", c, find(root, "creator").line()))
                .orElseGet(() ->
                        Optional.of(
                                intake.authors(
                                        "the Croissant description of " + name,
                                        name + " 的 Croissant 描述")));
    }

    private static List<String> creators(Datum root, Intake intake) {
        return find(root, "creator").items().stream()
                .flatMap(c ->
                        (c.fields().isEmpty()
                                        ? c.text()
                                        : text(find(c, "name"), "en")
                                                .map(name -> intake.meant(ours(c), name)))
                                .stream())
                .toList();
    }

    /** The IRI of ours that a node names as its own or as that of the same thing. */
    private static Optional<String> ours(Datum node) {
        return Stream.of(node.get("@id"), find(node, "sameAs"))
                .flatMap(value -> value.items().stream())
                .flatMap(value -> value.text().stream())
                .filter(iri -> iri.startsWith(Prefixes.BASE))
                .findFirst();
    }

    /** The value of a key of schema.org, however its name is written. */
    private static Datum find(Datum node, String key) {
        for (var prefix :
                List.of("", "sc:", "schema:", "https://schema.org/", "http://schema.org/", "cr:"))
            if (node.fields().containsKey(prefix + key)) return node.get(prefix + key);
        return Datum.Text.NONE;
    }

    /** A text, in a language where there are several; the first where there is none in it. */
    private static Optional<String> text(Datum value, String language) {
        if (value instanceof Datum.Fields && !value.get("@value").isNothing())
            return value.text("@value");
        if (value instanceof Datum.Fields && !value.get(language).isNothing())
            return value.text(language);
        if (value instanceof Datum.Fields)
            return value.text("@id")
                    .or(() ->
                            value.fields().values().stream()
                                    .flatMap(v -> v.text().stream())
                                    .findFirst());
        var inLanguage =
                value.items().stream()
                        .filter(v -> v.text("@language").orElse("").equals(language))
                        .flatMap(v -> v.text("@value").stream())
                        .findFirst();
        return inLanguage.or(
                () -> value.items().isEmpty() ? Optional.empty() : first(value, language));
    }

    private static Optional<String> first(Datum value, String language) {
        var first = value.items().getFirst();
        return first instanceof Datum.Text of
                ? of.text()
                : first.equals(value) ? Optional.empty() : text(first, language);
    }

    /** One description of a data set. */
    private record Description(Intake intake, Named author, Datum root, Optional<Named> thing) {
        void take() {
            licences();
            developers();
            described();
            text(find(root, "datePublished"), "en").ifPresent(this::published);
            root.fields()
                    .forEach((key, value) -> {
                        var bare = key.replaceFirst("^(sc:|schema:|dct:|cr:|@)", "");
                        if (!TAKEN.contains(bare) && !OF_THE_FORM.contains(bare))
                            intake.leaveAside(
                                    value.line(),
                                    key + " is left aside: " + intake.mapping().reason(bare));
                    });
            for (var key : List.of("citeAs", "citation", "version"))
                if (!find(root, key).isNothing())
                    intake.leaveAside(
                            find(root, key).line(),
                            key + " is left aside: " + intake.mapping().reason(key));
        }

        private void licences() {
            var given = find(root, "license").items();
            for (var i = 0; i < given.size(); i++) {
                var licence = given.get(i);
                var name =
                        licence.fields().isEmpty()
                                ? licence.text()
                                : text(find(licence, "url"), "en")
                                        .or(() -> text(find(licence, "name"), "en"))
                                        .or(() -> licence.text("@id"));
                if (name.isEmpty()) continue;
                Attribute.LICENCE.claim(
                        at("license-" + i, licence, "license[" + i + "]"),
                        thing,
                        Vocabulary.plain(name.get()));
            }
        }

        private void developers() {
            var names = creators(root, intake);
            for (var i = 0; i < names.size(); i++)
                Attribute.DEVELOPED_BY.claim(
                        at("creator-" + i, find(root, "creator"), "creator[" + i + "]"),
                        thing,
                        names.get(i));
        }

        private void described() {
            var value = find(root, "description");
            text(value, "en")
                    .ifPresent(words ->
                            Attribute.DESCRIBED_AS.quote(
                                    at("description", value, "description"), thing, words));
        }

        private void published(String date) {
            var value = find(root, "datePublished");
            var day = Attribute.day(date);
            if (day.isPresent())
                Attribute.RELEASED_ON.claim(
                        at("date-published", value, "datePublished"), thing, day.get());
            else
                intake.leaveAside(
                        value.line(), "datePublished is left aside: “" + date + "” is no day");
        }

        private Attribute.Claiming at(String id, Datum value, String path) {
            return new Attribute.Claiming(intake, id, value.line(), path, author.node(), "stated");
        }
    }
}
