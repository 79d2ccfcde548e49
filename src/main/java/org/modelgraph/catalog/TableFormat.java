package org.modelgraph.catalog;

import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Negotiation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats in which the answer to a question is had, in the server's order of preference. */
public enum TableFormat {
    /** An object with the rows as plain objects, numbers as numbers. */
    JSON("json", "application/json"),
    /** SPARQL 1.1 Query Results JSON Format. */
    SPARQL_JSON("srj", "application/sparql-results+json"),
    CSV("csv", "text/csv"),
    TSV("tsv", "text/tab-separated-values"),
    /** A table in GitHub's Markdown. */
    MARKDOWN("md", "text/markdown"),
    /** A tabular of LaTeX. */
    LATEX("tex", "application/x-latex"),
    /** An Office Open XML workbook of one sheet. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** The query itself, with the values that are asked about. */
    QUERY("rq", "application/sparql-query");

    private final String extension;
    private final String mediaType;

    TableFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** The ending in an address, without dot. */
    public String extension() {
        return extension;
    }

    /** The media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** The value of the Content-Type header. */
    public String contentType() {
        return switch (this) {
            case CSV, TSV, MARKDOWN, LATEX, QUERY -> mediaType + ";charset=utf-8";
            case JSON, SPARQL_JSON, XLSX -> mediaType;
        };
    }

    /** The format of an ending; empty where there is none such. */
    public static Optional<TableFormat> ofExtension(String extension) {
        return Arrays.stream(values()).filter(f -> f.extension.equals(extension)).findFirst();
    }

    /**
     * The format that a client accepts.
     *
     * @param accept the Accept header, empty if absent
     * @throws Problem 406, naming what exists, where nothing fits
     */
    public static TableFormat accepted(String accept) {
        return Negotiation.of(accept)
                .choose(List.of(values()), f -> List.of(f.mediaType))
                .orElseThrow(() ->
                        Problem.of(
                                        Problem.Kind.NOT_ACCEPTABLE,
                                        "Nothing on offer here fits Accept: " + accept)
                                .hint("On offer: " + endings() + ", as endings of the address."));
    }

    /** All endings, in words. */
    public static String endings() {
        return Arrays.stream(values())
                .map(f -> "." + f.extension)
                .collect(Collectors.joining(", "));
    }
}
