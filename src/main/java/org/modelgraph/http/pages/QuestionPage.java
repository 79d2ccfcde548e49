package org.modelgraph.http.pages;

import org.modelgraph.browse.Index;
import org.modelgraph.browse.Thing;
import org.modelgraph.catalog.Asking;
import org.modelgraph.catalog.QueryParameter;
import org.modelgraph.catalog.SavedQuery;
import org.modelgraph.catalog.TableFormat;
import org.modelgraph.sparql.Prefixes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page of a question: how it is asked, and what the answer is.
 *
 * @param fields the form
 * @param columns the answer
 * @param more true where more rows follow
 * @param milliseconds how long it took
 * @param unknown what is asked about and is no thing of the graph
 */
public record QuestionPage(
        Frame frame,
        Asking asking,
        List<FormField> fields,
        List<Column> columns,
        boolean more,
        long milliseconds,
        List<Thing> unknown) {
    /** How many rows a page shows where nobody says. */
    public static final int ROWS = 100;

    private static final List<TableFormat> DOWNLOADS =
            List.of(
                    TableFormat.CSV,
                    TableFormat.JSON,
                    TableFormat.TSV,
                    TableFormat.MARKDOWN,
                    TableFormat.LATEX,
                    TableFormat.XLSX);

    static QuestionPage of(Frame frame, Asking asking, Run run, RowTable table, Index index) {
        var language = frame.language();
        return new QuestionPage(
                frame,
                asking,
                asking.question().parameters().stream()
                        .map(p -> FormField.of(asking, p, index, language))
                        .toList(),
                Column.of(table, index.names(), language),
                run.truncated(),
                run.milliseconds(),
                unknown(asking, index));
    }

    private static List<Thing> unknown(Asking asking, Index index) {
        return asking.question().parameters().stream()
                .filter(p -> p.type() == QueryParameter.Type.IRI)
                .flatMap(p -> asking.values(p).stream())
                .map(v -> Prefixes.expand(v).orElse(v))
                .filter(iri -> !index.names().knows(iri))
                .map(iri -> index.names().of(iri, "en"))
                .toList();
    }

    public SavedQuery question() {
        return asking.question();
    }

    /** How many rows the page shows. */
    public int rows() {
        return columns.isEmpty() ? 0 : columns.getFirst().values().size();
    }

    /** The number of the first row that the page shows, from 1. */
    public int first() {
        return asking.page().offset() + 1;
    }

    /** The drawing of the answer; empty where it has none. */
    public Optional<String> figure() {
        return Figure.svg(question().view(), question().title(frame.language()), columns);
    }

    /** The answer as a grid; empty where it is none. */
    public Optional<Grid> grid() {
        return question().view() == SavedQuery.View.MATRIX ? Grid.of(columns) : Optional.empty();
    }

    /** The answer in other formats. */
    public Downloads downloads() {
        return new Downloads(
                DOWNLOADS.stream().map(f -> new Downloads.Link(name(f), data(f))).toList());
    }

    private static String name(TableFormat format) {
        return switch (format) {
            case CSV -> "CSV";
            case JSON -> "JSON";
            case TSV -> "TSV";
            case MARKDOWN -> "Markdown";
            case LATEX -> "LaTeX";
            case XLSX -> "Excel";
            case SPARQL_JSON, QUERY -> format.extension();
        };
    }

    /** The address of the whole answer in a format. */
    public String data(TableFormat format) {
        var path = frame.addresses().api(question().id()) + "." + format.extension();
        var parameters = given();
        return parameters.isEmpty() ? path : path + "?" + parameters;
    }

    /** A command that fetches the answer. */
    public String command() {
        return "curl '" + frame.addresses().whole(data(TableFormat.CSV)).replace("'", "%27") + "'";
    }

    private String given() {
        return asking.given().entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(v -> e.getKey() + "=" + readable(v)))
                .collect(Collectors.joining("&"));
    }

    private static String readable(String value) {
        return Addresses.encode(value).replace("%3A", ":").replace("%2F", "/");
    }

    /** The page with the rows before these; empty at the beginning. */
    public Optional<String> previous() {
        var offset = asking.page().offset();
        return offset == 0 ? Optional.empty() : Optional.of(at(Math.max(0, offset - size())));
    }

    /** The page with the rows after these; empty at the end. */
    public Optional<String> next() {
        return more ? Optional.of(at(asking.page().offset() + rows())) : Optional.empty();
    }

    private int size() {
        return asking.page().limit().orElse(ROWS);
    }

    private String at(int offset) {
        Map<String, String> places = new LinkedHashMap<>();
        if (size() != ROWS) places.put("limit", String.valueOf(size()));
        if (offset > 0) places.put("offset", String.valueOf(offset));
        var query =
                Stream.concat(
                                Stream.of(given()).filter(g -> !g.isEmpty()),
                                places.entrySet().stream()
                                        .map(e -> e.getKey() + "=" + e.getValue()))
                        .collect(Collectors.joining("&"));
        var path = frame.addresses().question(question().id());
        return frame.link(query.isEmpty() ? path : path + "?" + query) + "#answer";
    }
}
