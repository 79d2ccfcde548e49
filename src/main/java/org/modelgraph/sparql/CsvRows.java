package org.modelgraph.sparql;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.exec.RowSet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes rows as SPARQL 1.1 Query Results CSV, row by row: a blank node as {@code _:label} (§3.2),
 * what holds a quotation mark, a comma or the end of a line in quotation marks.
 */
final class CsvRows {
    private static final String END = "\r\n";

    private final Writer out;
    private final Map<Node, String> labels = new HashMap<>();

    private CsvRows(Writer out) {
        this.out = out;
    }

    static void write(RowSet rows, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        new CsvRows(writer).write(rows);
        writer.flush();
    }

    private void write(RowSet rows) throws IOException {
        var variables = rows.getResultVars();
        for (var i = 0; i < variables.size(); i++)
            out.write((i == 0 ? "" : ",") + quoted(variables.get(i).getVarName()));
        out.write(END);
        while (rows.hasNext()) {
            var row = rows.next();
            for (var i = 0; i < variables.size(); i++) {
                if (i > 0) out.write(',');
                var node = row.get(variables.get(i));
                if (node != null) out.write(quoted(text(node)));
            }
            out.write(END);
        }
    }

    private String text(Node node) {
        if (node.isLiteral()) return node.getLiteralLexicalForm();
        if (node.isBlank()) return labels.computeIfAbsent(node, _ -> "_:b" + labels.size());
        return node.isURI() ? node.getURI() : node.toString();
    }

    private static String quoted(String text) {
        if (text.isEmpty()) return "\"\"";
        var plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
