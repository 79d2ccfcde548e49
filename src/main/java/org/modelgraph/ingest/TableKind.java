package org.modelgraph.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rows of a table are, and which columns such a table must and may have. */
@SuppressWarnings("ImmutableEnumChecker") // lists made by List.of and toList
public enum TableKind {
    /** Evaluation results: one printed value a row. */
    RESULTS(
            "id model benchmark metric unit locator",
            "setting value qualifier maximum percentile_low percentile_high percentile_qualifier"
                + " printed items standard_error confidence_low confidence_high confidence_level"
                + " evaluator harness contamination date baseline stance review section table row"
                + " column page cited verification note"),
    /** Disclosure statements: whether one fact about one model or organisation is public. */
    DISCLOSURES(
            "id model item status locator",
            "reason quotation quotation_language stance review section page cited verification"
                    + " note"),
    /** Models, by name and kinship only. */
    MODELS(
            "name label",
            "label_zh family developer parameters tuning variant_of derived_from succeeds"
                    + " alternative wikidata"),
    /** Families of models. */
    FAMILIES("name label", "label_zh developer alternative"),
    /** Organisations. */
    ORGANIZATIONS("name label", "label_zh alternative wikidata");

    private final List<String> required;
    private final List<String> columns;

    TableKind(String required, String optional) {
        this.required = List.of(required.split(" ", -1));
        this.columns =
                Stream.concat(this.required.stream(), Stream.of(optional.split(" ", -1))).toList();
    }

    /** The columns that are filled in every row. */
    public List<String> required() {
        return required;
    }

    /** All columns, the required ones first. */
    public List<String> columns() {
        return columns;
    }

    /** The name in mapping files, such as {@code results}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TableKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(TableKind::word).collect(Collectors.joining(", "));
    }
}
