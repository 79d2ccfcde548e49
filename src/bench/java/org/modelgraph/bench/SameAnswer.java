package org.modelgraph.bench;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.resultset.ResultsReader;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers in a form in which equal ones are equal: rows in any order, numbers by their values. */
final class SameAnswer {
    private SameAnswer() {}

    /**
     * How an answer differs from what is expected; empty if it doesn't.
     *
     * @param expected as it came from the server that is taken for right
     */
    static Optional<String> difference(BenchQuestion question, byte[] expected, byte[] body) {
        var right = lines(question, expected);
        var found = lines(question, body);
        if (right.equals(found)) return Optional.empty();
        var few = Set.copyOf(right);
        var all = Set.copyOf(found);
        return Optional.of(
                "%,d of %,d; too much: %s; missing: %s"
                        .formatted(
                                found.size(),
                                right.size(),
                                found.stream().filter(l -> !few.contains(l)).limit(2).toList(),
                                right.stream().filter(l -> !all.contains(l)).limit(2).toList()));
    }

    /** Refuses to go on with answers that differ. */
    static void demand(BenchQuestion question, byte[] expected, byte[] body) {
        difference(question, expected, body)
                .ifPresent(difference -> {
                    throw new IllegalStateException(
                            "The answers differ: " + question.text() + difference);
                });
    }

    static List<String> lines(BenchQuestion question, byte[] body) {
        return question.asksForGraph() ? statements(body) : rows(question, body);
    }

    private static List<String> statements(byte[] body) {
        var lines = new ArrayList<String>();
        RDFParser.create()
                .source(new ByteArrayInputStream(body))
                .lang(Lang.NTRIPLES)
                .parse(
                        new StreamRDFBase() {
                            @Override
                            public void triple(Triple triple) {
                                lines.add(
                                        text(triple.getSubject())
                                                + ' '
                                                + text(triple.getPredicate())
                                                + ' '
                                                + text(triple.getObject()));
                            }
                        });
        return lines.stream().distinct().sorted().toList();
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
