package org.modelgraph.bench;

import org.apache.jena.graph.Node;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.resultset.ResultsReader;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Answers in a form in which equal ones are equal: rows in any order, numbers by their values. */
final class SameAnswer {
    private SameAnswer() {}

    static List<String> lines(BenchQuestion question, byte[] body) {
        return question.asksForGraph() ? statements(body) : rows(question, body);
    }

    private static List<String> statements(byte[] body) {
        return new String(body, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.replaceAll("_:\\S+", "_:b"))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> rows(BenchQuestion question, byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        if (question.text().contains("ASK")) return List.of(text.replaceAll("\\s", ""));
        var lines = new ArrayList<String>();
        var rows =
                RowSet.adapt(
                        ResultsReader.create()
                                .lang(ResultSetLang.RS_JSON)
                                .read(new ByteArrayInputStream(body)));
        while (rows.hasNext()) {
            var row = rows.next();
            var line = new StringBuilder();
            for (var variable : rows.getResultVars())
                line.append(row.contains(variable) ? text(row.get(variable)) : "-").append('\t');
            lines.add(line.toString());
        }
        if (!question.text().contains("ORDER BY")) lines.sort(null);
        return lines;
    }

    private static String text(Node term) {
        if (term.isBlank()) return "_:b";
        var value = NodeValue.makeNode(term);
        return value.isNumber()
                ? new BigDecimal(value.getDouble(), new MathContext(10))
                        .stripTrailingZeros()
                        .toPlainString()
                : term.toString();
    }
}
