package org.modelgraph.ingest.format;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.modelgraph.naming.Named;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The result of an evaluation in the making. */
public final class ResultDraft {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Intake intake;
    private final ClaimDraft claim;
    private final String path;
    private Optional<Named> model = Optional.empty();
    private Optional<Named> benchmark = Optional.empty();
    private Optional<Named> setting = Optional.empty();
    private String metric = "";
    private String unit = Unit.NOT_STATED.words();
    private String printed = "";
    private String shown = "";
    private String qualifier = "";
    private BigDecimal factor = BigDecimal.ONE;
    private final Map<String, BigDecimal> more = new LinkedHashMap<>();

    ResultDraft(Intake intake, String id, int line, String path, Node asserter) {
        this.intake = intake;
        this.path = path;
        this.claim = intake.claim("EvaluationResult", id, line, path, asserter);
    }

    ResultDraft model(String printed) {
        model = claim.named("model", printed, Vocabulary.term("about"));
        return this;
    }

    ResultDraft benchmark(String printed) {
        benchmark = claim.named("benchmark", printed, Vocabulary.term("benchmark"));
        return this;
    }

    ResultDraft setting(String printed) {
        if (!printed.isBlank())
            setting = claim.named("setting", printed, Vocabulary.term("setting"));
        return this;
    }

    ResultDraft metric(String name, Unit unit) {
        return metric(name, unit.words());
    }

    /**
     * What was counted, and in which unit.
     *
     * @param unit as the tables of names write it, such as {@code percent}
     */
    ResultDraft metric(String name, String unit) {
        this.metric = name;
        this.unit = unit;
        return this;
    }

    ResultDraft printed(String value) {
        this.printed = value.strip();
        return this;
    }

    /** What stands in the source where the number was cleaned before. */
    void shown(String text) {
        shown = text;
    }

    /** How the value is to be taken, where the source tells it beside the number. */
    void qualified(String code) {
        qualifier = code;
    }

    ResultDraft stance(String code) {
        claim.stance(code);
        return this;
    }

    /** The claim itself, for what only some formats say. */
    ClaimDraft claim() {
        return claim;
    }

    /** A number in the unit of the value, such as a standard error. */
    void also(String property, Optional<String> number) {
        number.flatMap(PrintedNumber::of).ifPresent(found -> more.put(property, found.value()));
    }

    /** Hands the result over; what is printed and is no number is left aside with a note. */
    boolean send() {
        var number = PrintedNumber.of(printed);
        if (number.isEmpty()) {
            intake.leaveAside(
                    claim.line(), path + " is “" + shortened(printed) + "”, which is no number");
            return false;
        }
        var counted = metric(number.get());
        claim.add(
                Vocabulary.term("value"),
                Vocabulary.typed(
                        PrintedNumber.decimal(number.get().value().multiply(factor)),
                        XSDDatatype.XSDdecimal));
        claim.add(
                Vocabulary.term("valueQualifier"),
                Vocabulary.code(qualifier.isEmpty() ? number.get().qualifier() : qualifier));
        claim.add(
                Vocabulary.term("printedValue"),
                Vocabulary.plain(shown.isEmpty() ? printed : shown));
        number.get()
                .spread()
                .ifPresent(spread ->
                        claim.note(
                                "The source prints ± "
                                        + spread
                                        + " without saying what it measures."));
        more.forEach((property, value) ->
                claim.decimal(property, PrintedNumber.decimal(value.multiply(factor))));
        return claim.send(english(counted), chinese(counted));
    }

    private Optional<Named> metric(PrintedNumber number) {
        var identified = intake.known("metric", metric).filter(m -> m.node().hasURI(metric));
        if (identified.isPresent()) {
            claim.mention(identified.get(), Vocabulary.term("metric"));
            return identified;
        }
        var stated = number.percent() ? Unit.PERCENT.words() : unit;
        if (stated.equals(Unit.RATIO.words())) {
            var percent = intake.known("metric", metric + " [percent]");
            if (percent.isPresent() && intake.known("metric", metric + " [ratio]").isEmpty()) {
                factor = HUNDRED;
                claim.mention(percent.get(), Vocabulary.term("metric"));
                return percent;
            }
        }
        return claim.named("metric", metric + " [" + stated + "]", Vocabulary.term("metric"));
    }

    private String english(Optional<Named> counted) {
        return name(model, Named::label)
                + " on "
                + name(benchmark, Named::label)
                + setting.map(thing -> ", " + thing.label()).orElse("")
                + ": "
                + printed
                + counted.map(thing -> " (" + thing.label() + ")").orElse("");
    }

    private String chinese(Optional<Named> counted) {
        return name(model, Named::labelZh)
                + "，"
                + name(benchmark, Named::labelZh)
                + setting.map(thing -> "，" + thing.labelZh()).orElse("")
                + "："
                + printed
                + counted.map(thing -> "（" + thing.labelZh() + "）").orElse("");
    }

    private static String name(Optional<Named> thing, Function<Named, String> label) {
        return thing.map(label).orElse("");
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
