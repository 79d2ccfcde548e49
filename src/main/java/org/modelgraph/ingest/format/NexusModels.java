package org.modelgraph.ingest.format;

import org.modelgraph.naming.Named;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The models of a file of AI Atlas Nexus, and the results that they refer to. */
final class NexusModels {
    private static final Pattern SHOTS =
            Pattern.compile("(\\d+)[- ]shot", Pattern.CASE_INSENSITIVE);
    private static final Set<String> TAKEN =
            Set.of("id", "name", "hasEvaluation", "isProvidedBy", "hasLicense", "dateCreated");

    private final Intake intake;
    private final Named author;
    private final Map<String, String> evaluated = new HashMap<>();

    NexusModels(Intake intake, Named author, Datum root) {
        this.intake = intake;
        this.author = author;
        for (var model : root.get("aimodels").items())
            for (var evaluation : model.get("hasEvaluation").items())
                evaluation
                        .text()
                        .ifPresent(id -> model.text("name").ifPresent(n -> evaluated.put(id, n)));
    }

    void model(Datum item, String path) {
        var name = item.text("name").or(() -> item.text("id")).orElse("");
        var thing = intake.named("model", name, item.line());
        var id = NexusFormat.slug(item);
        NexusFormat.title(intake, item.get("isProvidedBy"))
                .ifPresent(maker ->
                        Attribute.DEVELOPED_BY.claim(
                                at(id, item.get("isProvidedBy"), path, "isProvidedBy"),
                                thing,
                                maker));
        NexusFormat.title(intake, item.get("hasLicense"))
                .ifPresent(licence ->
                        Attribute.LICENCE.claim(
                                at(id, item.get("hasLicense"), path, "hasLicense"),
                                thing,
                                Vocabulary.plain(licence)));
        item.text("dateCreated")
                .flatMap(Attribute::day)
                .ifPresent(day ->
                        Attribute.RELEASED_ON.claim(
                                at(id, item.get("dateCreated"), path, "dateCreated"), thing, day));
        item.fields()
                .forEach((key, value) -> {
                    if (!TAKEN.contains(key))
                        intake.leaveAside(
                                value.line(),
                                path
                                        + "."
                                        + key
                                        + " is left aside: "
                                        + intake.mapping().reason(key));
                });
    }

    private Attribute.Claiming at(String id, Datum value, String path, String key) {
        return new Attribute.Claiming(
                intake,
                id + "-" + key.toLowerCase(Locale.ROOT),
                value.line(),
                path + "." + key,
                author.node(),
                "stated");
    }

    void result(Datum item, String path) {
        var model = Optional.ofNullable(evaluated.get(item.text("id").orElse("")));
        var benchmark = NexusFormat.title(intake, item.get("isResultOf"));
        var value = item.text("value");
        if (model.isEmpty() || benchmark.isEmpty() || value.isEmpty()) {
            intake.leaveAside(
                    item.line(),
                    path
                            + " is left aside: "
                            + (model.isEmpty()
                                    ? "no model of the file refers to it"
                                    : "it lacks isResultOf or a value"));
            return;
        }
        var unit = intake.mapping().unit("score", List.of(benchmark.get()));
        var draft =
                intake.result(NexusFormat.slug(item), item.line(), path, author.node())
                        .stance("relayed")
                        .model(model.get())
                        .benchmark(benchmark.get())
                        .setting(setting(item.text("name").orElse("")))
                        .metric("score", unit)
                        .printed(value.get());
        item.text("evidence")
                .ifPresent(evidence -> {
                    draft.claim().cites(evidence.replaceFirst("\\s.*$", ""));
                    draft.claim().note("Evidence: " + evidence);
                });
        draft.send();
    }

    /** The conditions that the name of a result tells, such as {@code MMLU 5-shot, CoT}. */
    private static String setting(String name) {
        var parts = new ArrayList<String>();
        var shots = SHOTS.matcher(name);
        if (shots.find()) parts.add(shots.group(1) + "-shot");
        if (name.matches("(?i).*\\bCoT\\b.*")) parts.add("chain of thought");
        return String.join("; ", parts);
    }
}
