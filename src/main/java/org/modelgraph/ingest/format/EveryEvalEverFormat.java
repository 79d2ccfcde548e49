package org.modelgraph.ingest.format;

import org.modelgraph.naming.Named;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every Eval Ever: one JSON file a run, with model, metrics, scores and their uncertainty; schema
 * versions 0.1 to 0.3 (https://github.com/evaleval/every_eval_ever).
 */
public final class EveryEvalEverFormat implements Format {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public String name() {
        return "every-eval-ever";
    }

    @Override
    public boolean takes(String path) {
        return path.endsWith(".json") || path.endsWith(".json.gz");
    }

    /** A file holds one record; an array of records is read too, one by one. */
    @Override
    public void read(SourceFile file, Intake intake) {
        var reader = DatumReader.json(file.shown(), intake::remark);
        var count = new int[1];
        file.text(text -> {
            reader.readItems(text, root -> read(file, root, count[0]++, intake));
            return true;
        });
    }

    private static void read(SourceFile file, Datum root, int number, Intake intake) {
        if (root.get("evaluation_results").isNothing() || root.get("model_info").isNothing()) {
            intake.leaveAside(
                    Math.max(1, root.line()),
                    "the file has no model_info and evaluation_results: it is of another format");
            return;
        }
        var model = root.get("model_info").text("id").or(() -> root.get("model_info").text("name"));
        if (model.isEmpty())
            throw Problem.of(
                            Problem.Kind.MALFORMED_DATA,
                            file.shown()
                                    + ":"
                                    + root.get("model_info").line()
                                    + ": the model has no id")
                    .at(new Position(root.get("model_info").line(), 1));
        var told = root.get("source_metadata");
        var teller = told.text("source_organization_name").orElse("an unnamed organisation");
        var author = intake.named("organization", teller, told.line());
        if (author.isEmpty()) return;
        var id = root.text("evaluation_id").orElse(file.fileName());
        if (number == 0)
            intake.describe(
                    SourceFacts.of(
                                    "Evaluation record " + id,
                                    "评测记录 " + id,
                                    author.get(),
                                    "data-set",
                                    file.name())
                            .at(told.text("source_organization_url")));
        var meant = intake.meant(ours(root.get("model_info")), model.get());
        var run = new Run(intake, root, number, meant, author.get());
        run.developer();
        run.results();
        run.leaveDetails();
    }

    /** The IRI by which our own records tell what they mean. */
    private static Optional<String> ours(Datum described) {
        return described.get("additional_details").text("modelgraph");
    }

    /** One record of a file. */
    private record Run(Intake intake, Datum root, int number, String model, Named author) {
        private String id(String local) {
            return number == 0 ? local : "n" + number + "-" + local;
        }

        void developer() {
            var info = root.get("model_info");
            var developer =
                    info.text("developer").filter(name -> !name.equalsIgnoreCase("unknown"));
            if (developer.isEmpty()) return;
            Attribute.DEVELOPED_BY.claim(
                    new Attribute.Claiming(
                            intake,
                            id("developer"),
                            info.get("developer").line(),
                            "model_info.developer",
                            author.node(),
                            "relayed"),
                    intake.named("model", model, info.line()),
                    intake.meant(
                            info.get("additional_details").text("modelgraph_developer"),
                            developer.get()));
        }

        void results() {
            var results = root.get("evaluation_results").items();
            for (var i = 0; i < results.size(); i++)
                result(results.get(i), i, "evaluation_results[" + i + "]");
        }

        private void result(Datum result, int i, String path) {
            var score = result.get("score_details").text("score");
            var name = result.text("evaluation_name");
            if (score.isEmpty() || name.isEmpty()) {
                var lack = score.isEmpty() ? "score" : "evaluation_name";
                intake.leaveAside(result.line(), path + " is left aside: it has no " + lack);
                return;
            }
            var counted = result.get("metric_config");
            var draft =
                    intake.result(id("r" + i), result.line(), path, author.node())
                            .stance(isMeasured() ? "measured" : "relayed")
                            .model(model)
                            .benchmark(intake.meant(ours(result.get("source_data")), name.get()))
                            .setting(
                                    intake.meant(
                                            ours(result.get("generation_config")), setting(result)))
                            .metric(
                                    intake.meant(ours(counted), metric(counted, name.get())),
                                    unit(counted))
                            .printed(score.get());
            uncertainty(result.get("score_details").get("uncertainty"), draft);
            harness(root.get("eval_library"), draft.claim());
            day(result.text("evaluation_timestamp").or(() -> root.text("evaluation_timestamp")))
                    .flatMap(Attribute::day)
                    .ifPresent(day -> draft.claim().add(Vocabulary.term("evaluatedAt"), day));
            result.get("source_data")
                    .get("url")
                    .items()
                    .forEach(url -> url.text().ifPresent(draft.claim()::cites));
            draft.send();
        }

        private boolean isMeasured() {
            var type = root.get("source_metadata").text("source_type");
            return type.orElse("").equals("evaluation_run");
        }

        void leaveDetails() {
            for (var key :
                    List.of(
                            "detailed_evaluation_results",
                            "detailed_evaluation_results_per_samples"))
                if (!root.get(key).isNothing())
                    intake.leaveAside(
                            root.get(key).line(),
                            key + " is left aside: the graph holds no results of single items");
        }
    }

    /** The metric, lower-is-better ones told apart: what is better belongs to what is counted. */
    private static String metric(Datum counted, String evaluation) {
        var described = counted.text("evaluation_description");
        var suffix = " on " + evaluation;
        var name =
                counted.text("metric_name")
                        .or(() -> counted.text("metric_id"))
                        .or(() -> counted.text("metric_kind"))
                        .or(() ->
                                described
                                        .filter(d -> d.endsWith(suffix))
                                        .map(d -> d.substring(0, d.length() - suffix.length())))
                        .orElse("score");
        return counted.text("lower_is_better").orElse("").equals("true")
                ? name + ", lower is better"
                : name;
    }

    /** The unit that is named, or that follows from the range of a continuous score. */
    private static Unit unit(Datum counted) {
        var named = counted.text("metric_unit").orElse("");
        if (named.equals("proportion") || named.equals("fraction")) return Unit.RATIO;
        var known = Unit.ofWords(named);
        if (known != Unit.NOT_STATED || !named.isEmpty()) return known;
        var low = counted.text("min_score").flatMap(PrintedNumber::of).map(PrintedNumber::value);
        var high = counted.text("max_score").flatMap(PrintedNumber::of).map(PrintedNumber::value);
        if (low.isEmpty() || high.isEmpty() || low.get().signum() != 0) return Unit.NOT_STATED;
        if (high.get().compareTo(BigDecimal.ONE) == 0) return Unit.RATIO;
        return high.get().compareTo(HUNDRED) == 0 ? Unit.PERCENT : Unit.NOT_STATED;
    }

    private static String setting(Datum result) {
        var parts = new ArrayList<String>();
        result.get("source_data").text("hf_split").ifPresent(split -> parts.add(split + " split"));
        var arguments = result.get("generation_config").get("generation_args");
        arguments.text("temperature").ifPresent(t -> parts.add("temperature " + t));
        if (arguments.text("reasoning").orElse("").equals("true")) parts.add("chain of thought");
        return String.join("; ", parts);
    }

    private static void uncertainty(Datum uncertainty, ResultDraft draft) {
        draft.also("standardError", uncertainty.get("standard_error").text("value"));
        var interval = uncertainty.get("confidence_interval");
        draft.also("confidenceLow", interval.text("lower"));
        draft.also("confidenceHigh", interval.text("upper"));
        interval.text("confidence_level")
                .flatMap(PrintedNumber::of)
                .map(level -> level.value().multiply(HUNDRED))
                .filter(level -> level.signum() > 0 && level.compareTo(HUNDRED) < 0)
                .ifPresent(level ->
                        draft.claim().decimal("confidenceLevel", PrintedNumber.decimal(level)));
        uncertainty
                .text("num_samples")
                .filter(n -> n.matches("\\d+"))
                .ifPresent(n -> draft.claim().count("numberOfItems", n));
    }

    private static void harness(Datum library, ClaimDraft claim) {
        var name = library.text("name").filter(n -> !n.equals("unknown"));
        var version = library.text("version").filter(v -> !v.equals("unknown"));
        name.ifPresent(n ->
                claim.add(
                        Vocabulary.term("harness"),
                        Vocabulary.plain(n + version.map(v -> " " + v).orElse(""))));
    }

    /** A Unix time in seconds, or a date, as a day of UTC. */
    private static Optional<String> day(Optional<String> timestamp) {
        return timestamp.flatMap(text -> {
            if (!text.matches("\\d{9,11}(\\.\\d+)?")) return Optional.of(text);
            try {
                var seconds = new BigDecimal(text).longValue();
                return Optional.of(
                        Instant.ofEpochSecond(seconds)
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate()
                                .toString());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }
}
