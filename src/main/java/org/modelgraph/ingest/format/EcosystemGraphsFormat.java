package org.modelgraph.ingest.format;

import org.modelgraph.naming.Named;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ecosystem Graphs of Stanford's CRFM: YAML lists of assets (models, data sets, applications) with
 * what they depend on. A value is a text or a mapping of {@code value} and {@code explanation}.
 */
public final class EcosystemGraphsFormat implements Format {
    private static final Map<String, String> KINDS =
            Map.of("model", "model", "dataset", "dataset", "application", "system");
    private static final Set<String> NOTHING_SAID =
            Set.of("unknown", "none", "n/a", "todo", "tbd", "null", "");
    private static final Set<String> TAKEN =
            Set.of(
                    "type",
                    "name",
                    "organization",
                    "created_date",
                    "size",
                    "license",
                    "access",
                    "dependencies",
                    "description");

    @Override
    public String name() {
        return "ecosystem-graphs";
    }

    @Override
    public boolean takes(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml");
    }

    @Override
    public boolean surveys() {
        return true;
    }

    @Override
    public void survey(SourceFile file, Naming naming) {
        var assets = file.text(DatumReader.yaml(file.shown(), 0, (_, _) -> {})::read);
        for (var asset : assets.items()) {
            var kind = KINDS.get(asset.text("type").orElse(""));
            if (kind != null)
                Asset.said(asset.get("name")).ifPresent(n -> naming.announce(kind, n));
        }
    }

    @Override
    public void read(SourceFile file, Intake intake) {
        var assets = file.text(DatumReader.yaml(file.shown(), 0, intake::remark)::read);
        if (!(assets instanceof Datum.Items))
            throw Problem.of(
                            Problem.Kind.MALFORMED_DATA,
                            file.shown() + ":1: a file of assets is a list")
                    .at(new Position(1, 1))
                    .hint("Begin each asset with a hyphen.");
        var author = intake.named("organization", "Ecosystem Graphs contributors", 1);
        if (author.isEmpty()) return;
        intake.describe(
                SourceFacts.of(
                                "Ecosystem Graphs, " + file.fileName(),
                                "Ecosystem Graphs，" + file.fileName(),
                                author.get(),
                                "data-set",
                                file.name())
                        .at(Optional.of("https://github.com/stanford-crfm/ecosystem-graphs")));
        var items = assets.items();
        for (var i = 0; i < items.size(); i++)
            new Asset(intake, author.get(), items.get(i), i).take();
    }

    /** One asset of a file. */
    private record Asset(Intake intake, Named author, Datum asset, int i) {
        void take() {
            var path = "[" + i + "]";
            var kind = KINDS.get(asset.text("type").orElse(""));
            var name = said(asset.get("name"));
            if (kind == null || name.isEmpty()) {
                intake.leaveAside(
                        asset.line(),
                        path
                                + " is left aside: it names no type (model, dataset, application)"
                                + " or no name");
                return;
            }
            var thing = intake.named(kind, name.get(), asset.get("name").line());
            if (intake.announced(name.get()).getOrDefault(kind, 0) > 1)
                intake.remark(
                        asset.get("name").line(),
                        path
                                + ": several assets are called “"
                                + name.get()
                                + "”; they count as one");
            var owner = said(asset.get("organization"));
            owner.ifPresent(organization ->
                    Attribute.DEVELOPED_BY.claim(
                            at("organization", asset.get("organization")), thing, organization));
            released(thing);
            literal(Attribute.SIZE, "size", thing);
            literal(Attribute.LICENCE, "license", thing);
            literal(Attribute.ACCESS, "access", thing);
            dependencies(kind, thing);
            asset.fields()
                    .forEach((key, value) -> {
                        if (!TAKEN.contains(key) && said(value).isPresent())
                            intake.leaveAside(
                                    value.line(),
                                    key + " is left aside: " + intake.mapping().reason(key));
                    });
            if (said(asset.get("description")).isPresent())
                intake.leaveAside(
                        asset.get("description").line(),
                        "description is left aside: " + intake.mapping().reason("description"));
        }

        private Attribute.Claiming at(String key, Datum value) {
            return new Attribute.Claiming(
                    intake,
                    "a" + i + "-" + key.replaceAll("[^a-z0-9]+", "-").replaceAll("-$", ""),
                    value.line(),
                    "[" + i + "]." + key,
                    author.node(),
                    "stated");
        }

        private void released(Optional<Named> thing) {
            var date = asset.get("created_date");
            var text = said(date);
            if (text.isEmpty()) return;
            var day = Attribute.day(text.get());
            if (day.isPresent())
                Attribute.RELEASED_ON.claim(at("created_date", date), thing, day.get());
            else
                intake.leaveAside(
                        date.line(), "created_date is left aside: “" + text.get() + "” is no day");
        }

        private void literal(Attribute attribute, String key, Optional<Named> thing) {
            var value = asset.get(key);
            said(value)
                    .map(text -> key.equals("access") ? text.toLowerCase(Locale.ROOT) : text)
                    .ifPresent(
                            text -> attribute.claim(at(key, value), thing, Vocabulary.plain(text)));
        }

        private void dependencies(String kind, Optional<Named> thing) {
            var given = asset.get("dependencies");
            var inner = given.get("value").isNothing() ? given : given.get("value");
            var items = inner.items();
            for (var j = 0; j < items.size(); j++) {
                var item = items.get(j);
                var name = said(item);
                if (name.isEmpty()) continue;
                dependency(kind, thing, item, name.get(), "dependencies[" + j + "]");
            }
        }

        private void dependency(
                String kind, Optional<Named> thing, Datum item, String name, String key) {
            var target = kindOf(name);
            if (target.isEmpty()) {
                intake.leaveAside(
                        item.line(),
                        key
                                + " is left aside: nothing tells whether “"
                                + name
                                + "” is a model, a data set or an application");
                return;
            }
            var attribute =
                    switch (kind + " on " + target.get()) {
                        case "model on model" -> Attribute.DERIVED_FROM;
                        case "model on dataset" -> Attribute.TRAINED_ON;
                        case "system on model" -> Attribute.USES_MODEL;
                        default -> null;
                    };
            if (attribute == null)
                intake.leaveAside(
                        item.line(),
                        key
                                + " is left aside: the graph has no term for a "
                                + kind
                                + " that depends on a "
                                + target.get());
            else attribute.claim(at(key, item), thing, name);
        }

        /** What kind of thing a dependency is: an asset of the import, or else of the graph. */
        private Optional<String> kindOf(String name) {
            var here = intake.announced(name);
            if (!here.isEmpty())
                return here.size() == 1
                        ? Optional.of(here.keySet().iterator().next())
                        : Optional.empty();
            var known =
                    List.of("model", "dataset", "system").stream()
                            .filter(k -> intake.known(k, name).isPresent())
                            .toList();
            return known.size() == 1 ? Optional.of(known.getFirst()) : Optional.empty();
        }

        /** The text of a value, be it a text or a mapping, where it says something. */
        private static Optional<String> said(Datum value) {
            var text = value.fields().isEmpty() ? value.text() : value.text("value");
            return text.filter(t -> !NOTHING_SAID.contains(t.toLowerCase(Locale.ROOT)));
        }
    }
}
