package org.modelgraph.export;

import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Format;

import java.util.List;
import java.util.stream.Collectors;

/** All formats in which things leave. */
public final class Exports {
    private static final List<String> MODEL = List.of("model");
    private static final List<String> DATASET = List.of("dataset");
    private static final List<String> CLAIM = List.of("claim");

    private static final List<String> RESULT =
            List.of("about", "benchmark", "setting", "metric", "value", "valueQualifier");
    private static final List<Format> SYNTAXES =
            List.of(Format.JSON_LD, Format.TURTLE, Format.N_TRIPLES, Format.RDF_XML);
    private static final List<Format> TURTLE_FAMILY =
            List.of(Format.TURTLE, Format.TRIG, Format.N_TRIPLES, Format.N_QUADS);
    private static final List<Format> OF_QUADS =
            List.of(Format.TRIG, Format.N_QUADS, Format.JSON_LD);

    private static final List<Export> ALL =
            List.of(
                    new TextExport(
                            "model-card",
                            "Hugging Face model card",
                            MODEL,
                            with(RESULT, "licenceName", "derivedFrom", "trainedOn"),
                            "text/markdown;charset=utf-8",
                            "md",
                            ModelCardExport::text),
                    new TextExport(
                            "every-eval-ever",
                            "Every Eval Ever",
                            MODEL,
                            with(
                                    List.of("about", "benchmark", "setting", "metric", "value"),
                                    "standardError",
                                    "confidenceLow",
                                    "confidenceHigh",
                                    "confidenceLevel",
                                    "numberOfItems",
                                    "harness",
                                    "evaluatedAt",
                                    "developedBy"),
                            "application/json",
                            "json",
                            EveryEvalEverExport::text),
                    new TextExport(
                            "croissant",
                            "Croissant",
                            DATASET,
                            List.of("licenceName", "developedBy", "releasedOn", "describedAs"),
                            "application/ld+json",
                            "json",
                            CroissantExport::text),
                    new GraphExport(
                            "fair4ml",
                            "FAIR4ML",
                            MODEL,
                            with(
                                    RESULT,
                                    "licenceName",
                                    "developedBy",
                                    "derivedFrom",
                                    "trainedOn",
                                    "releasedOn"),
                            SYNTAXES,
                            Fair4mlExport::quads),
                    new GraphExport(
                            "mldcat-ap",
                            "MLDCAT-AP",
                            MODEL,
                            List.of("licenceName", "developedBy", "trainedOn", "releasedOn"),
                            SYNTAXES,
                            MldcatExport::quads),
                    new GraphExport(
                            "schema-org",
                            "schema.org",
                            List.of("model", "dataset"),
                            List.of("licenceName", "developedBy", "releasedOn", "derivedFrom"),
                            SYNTAXES,
                            SchemaOrgExport::quads),
                    new TextExport(
                            "sssom",
                            "SSSOM",
                            List.of("mapping"),
                            List.of(),
                            "text/tab-separated-values;charset=utf-8",
                            "sssom.tsv",
                            SssomExport::text),
                    new GraphExport(
                            "nanopub",
                            "Nanopublication",
                            CLAIM,
                            List.of("*"),
                            OF_QUADS,
                            NanopubExport::quads),
                    new GraphExport(
                            "reified",
                            "RDF 1.2 with reifiers",
                            List.of("claim", "model", "dataset"),
                            List.of("*"),
                            TURTLE_FAMILY,
                            ReifiedExport::quads),
                    new TextExport(
                            "framed",
                            "JSON-LD, framed",
                            List.of("model", "claim", "dataset", "benchmark", "source"),
                            List.of("*"),
                            "application/ld+json",
                            "jsonld",
                            FramedExport::text));

    private Exports() {}

    private static List<String> with(List<String> some, String... more) {
        return java.util.stream.Stream.concat(some.stream(), java.util.stream.Stream.of(more))
                .toList();
    }

    /** All of them, in the order in which they are told. */
    public static List<Export> all() {
        return ALL;
    }

    /** Those that describe things of a kind. */
    public static List<Export> of(String kind) {
        return ALL.stream().filter(export -> export.kinds().contains(kind)).toList();
    }

    /**
     * The one with a name.
     *
     * @throws Problem 404 where there is none
     */
    public static Export named(String name) {
        return ALL.stream()
                .filter(export -> export.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Problem.of(Problem.Kind.NOT_FOUND, "'" + name + "' is no export.")
                                .hint(
                                        "The exports are "
                                                + ALL.stream()
                                                        .map(Export::name)
                                                        .collect(Collectors.joining(", "))
                                                + "."));
    }
}
