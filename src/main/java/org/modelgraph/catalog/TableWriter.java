package org.modelgraph.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.modelgraph.sparql.Prefixes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes the answer to a question in the formats of tables. */
public final class TableWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A sheet has room for no more (ECMA-376 Part 1, §18.3.1.73). */
    private static final int CELL_LENGTH = 32_767;

    private TableWriter() {}

    /**
     * Writes a table.
     *
     * @param format any but {@link TableFormat#QUERY}
     * @param about what a JSON document says beside columns and rows
     */
    public static byte[] write(AnswerTable table, TableFormat format, Map<String, Object> about) {
        return switch (format) {
            case JSON -> json(table, about);
            case SPARQL_JSON -> results(table, ResultSetLang.RS_JSON);
            case CSV -> results(table, ResultSetLang.RS_CSV);
            case TSV -> results(table, ResultSetLang.RS_TSV);
            case MARKDOWN -> markdown(table).getBytes(StandardCharsets.UTF_8);
            case LATEX -> new LatexTable(table).text().getBytes(StandardCharsets.UTF_8);
            case XLSX -> workbook(table);
            case QUERY -> throw new IllegalArgumentException("a query is no table");
        };
    }

    private static byte[] results(AnswerTable table, Lang lang) {
        var out = new ByteArrayOutputStream();
        var factory = Objects.requireNonNull(RowSetWriterRegistry.getFactory(lang));
        factory.create(lang)
                .write(
                        out,
                        RowSetStream.create(table.columns(), table.rows().iterator()),
                        new Context());
        return out.toByteArray();
    }

    private static byte[] json(AnswerTable table, Map<String, Object> about) {
        var document = new LinkedHashMap<String, Object>(about);
        document.put("columns", table.columns().stream().map(Var::getVarName).toList());
        document.put("rows", table.rows().stream().map(r -> object(table, r)).toList());
        try {
            return JSON.writeValueAsBytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, @Nullable Object> object(AnswerTable table, Binding row) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (var column : table.columns()) object.put(column.getVarName(), plain(row.get(column)));
        return object;
    }

    /** A number, a truth value or a text; null where nothing is bound. */
    private static @Nullable Object plain(@Nullable Node node) {
        if (node == null) return null;
        if (!node.isLiteral()) return name(node);
        var text = node.getLiteralLexicalForm();
        if (XSDDatatype.XSDboolean.equals(node.getLiteralDatatype())) return text.equals("true");
        return isNumber(node) ? new BigDecimal(text) : text;
    }

    private static boolean isNumber(Node node) {
        return node.isLiteral()
                && node.getLiteralDatatypeURI().startsWith(XSDDatatype.XSD)
                && node.getLiteralLexicalForm().matches("[+-]?\\d{1,40}(\\.\\d{1,40})?")
                && node.getLiteralValue() instanceof Number;
    }

    private static String name(Node node) {
        return node.isURI() ? node.getURI() : "_:" + node.getBlankNodeLabel();
    }

    private static String markdown(AnswerTable table) {
        var lines = new ArrayList<String>();
        lines.add(line(table.columns().stream().map(Var::getVarName).toList()));
        lines.add(
                line(
                        table.columns().stream()
                                .map(c -> isNumeric(table, c) ? "---:" : "---")
                                .toList()));
        for (var row : table.rows())
            lines.add(line(table.columns().stream().map(c -> cell(text(row.get(c)))).toList()));
        return String.join("\n", lines) + "\n";
    }

    static boolean isNumeric(AnswerTable table, Var column) {
        var bound = table.rows().stream().map(r -> r.get(column)).filter(Objects::nonNull).toList();
        return !bound.isEmpty() && bound.stream().allMatch(TableWriter::isNumber);
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** A value as people read it; nothing where nothing is bound. */
    static String text(@Nullable Node node) {
        if (node == null) return "";
        if (node.isURI()) return Prefixes.shorten(node.getURI()).orElse("<" + node.getURI() + ">");
        return node.isLiteral() ? node.getLiteralLexicalForm() : name(node);
    }

    private static String cell(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\R", " ");
    }

    private static byte[] workbook(AnswerTable table) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "modelgraph", "1.0")) {
            var sheet = workbook.newWorksheet("answer");
            for (var column = 0; column < table.columns().size(); column++) {
                sheet.value(0, column, table.columns().get(column).getVarName());
                sheet.style(0, column).bold().set();
                for (var row = 0; row < table.rows().size(); row++) {
                    switch (plain(table.rows().get(row).get(table.columns().get(column)))) {
                        case BigDecimal number -> sheet.value(row + 1, column, number);
                        case Boolean truth -> sheet.value(row + 1, column, truth);
                        case String text ->
                                sheet.value(
                                        row + 1,
                                        column,
                                        text.substring(0, Math.min(text.length(), CELL_LENGTH)));
                        case null, default -> {}
                    }
                }
            }
            sheet.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
