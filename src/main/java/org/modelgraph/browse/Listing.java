package org.modelgraph.browse;

import static org.modelgraph.browse.Field.count;
import static org.modelgraph.browse.Field.countOfIncoming;
import static org.modelgraph.browse.Field.facet;
import static org.modelgraph.browse.Field.number;
import static org.modelgraph.browse.Field.shown;
import static org.modelgraph.browse.Field.text;

import org.modelgraph.sparql.Prefixes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lists of things, each of one class, and what they say of each thing. */
@SuppressWarnings("ImmutableEnumChecker") // records of constants
public enum Listing {
    MODELS(
            "model",
            "mg:Model",
            "-benchmarks",
            shown("developer", "developedBy"),
            shown("tuning", "tuning"),
            number("parameters", "nominalParameters"),
            count("benchmarks", "evaluatedOn"),
            countOfIncoming("claims", "about"),
            facet("family", "inFamily"),
            facet("benchmark", "evaluatedOn"),
            facet("limitation", "hasLimitation")),
    BENCHMARKS(
            "benchmark",
            "mg:Benchmark",
            "-results",
            shown("field", "field"),
            shown("metric", "defaultMetric"),
            countOfIncoming("models", "evaluatedOn"),
            countOfIncoming("results", "benchmark"),
            facet("task", "task"),
            facet("language", "itemLanguage"),
            facet("part", "dcterms:isPartOf")),
    TECHNIQUES(
            "technique",
            "mg:Technique",
            "-models",
            shown("broader", "skos:broader"),
            shown("addresses", "addresses"),
            countOfIncoming("models", "appliesTechnique"),
            facet("improves", "improves")),
    LIMITATIONS(
            "limitation",
            "mg:Limitation",
            "-models",
            shown("broader", "skos:broader"),
            shown("gives-rise-to", "givesRiseTo"),
            countOfIncoming("models", "hasLimitation"),
            countOfIncoming("mitigations", "mitigates"),
            facet("caused-by", "causedBy")),
    RISKS(
            "risk",
            "mg:Risk",
            "-models",
            shown("broader", "skos:broader"),
            countOfIncoming("causes", "givesRiseTo"),
            countOfIncoming("models", "hasRisk"),
            countOfIncoming("mitigations", "mitigates"),
            facet("gives-rise-to", "givesRiseTo")),
    MITIGATIONS(
            "mitigation",
            "mg:Mitigation",
            "-models",
            shown("broader", "skos:broader"),
            shown("mitigates", "mitigates"),
            countOfIncoming("models", "appliesMitigation")),
    ORGANIZATIONS(
            "organization",
            "prov:Organization",
            "-models",
            countOfIncoming("models", "developedBy"),
            countOfIncoming("sources", "dcterms:creator"),
            countOfIncoming("claims", "assertedBy")),
    SOURCES(
            "source",
            "mg:Source",
            "-passages",
            shown("creator", "dcterms:creator"),
            shown("source-kind", "sourceKind"),
            text("issued", "dcterms:issued"),
            countOfIncoming("passages", "inSource"),
            facet("license", "dcterms:license"),
            facet("language", "dcterms:language")),
    THREATS(
            "threat",
            "mg:Threat",
            "-incidents",
            shown("broader", "skos:broader"),
            shown("gives-rise-to", "givesRiseTo"),
            countOfIncoming("incidents", "involves"),
            countOfIncoming("mitigations", "mitigates"));

    private final String kind;
    private final String type;
    private final String order;
    private final List<Field> fields;

    Listing(String kind, String type, String order, Field... fields) {
        this.kind = kind;
        this.type = type;
        this.order = order;
        this.fields = List.of(fields);
    }

    /** Its address, without slash, such as {@code models}. */
    public String segment() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of its things, as it stands in their IRIs. */
    public String kind() {
        return kind;
    }

    /** The IRI of the class of its things. */
    public String type() {
        return Prefixes.expand(type).orElseThrow();
    }

    /** The class in short form, such as {@code mg:Model}. */
    String shortType() {
        return type;
    }

    /** The key of the field to sort by where nobody says, a minus before it to begin at the end. */
    public String order() {
        return order;
    }

    /** What it says of each thing, in the order of its columns. */
    public List<Field> fields() {
        return fields;
    }

    /** The field with a key. */
    public Optional<Field> field(String key) {
        return fields.stream().filter(f -> f.key().equals(key)).findFirst();
    }

    /** The list of the things of a kind, such as {@code model}. */
    public static Optional<Listing> ofKind(String kind) {
        return Arrays.stream(values()).filter(l -> l.kind.equals(kind)).findFirst();
    }
}
