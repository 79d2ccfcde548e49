package org.modelgraph.catalog;

import org.apache.jena.sparql.core.Var;

import java.util.List;
import java.util.stream.Collectors;

/** A table as a {@code tabular} of LaTeX, ruled by the package booktabs. */
final class LatexTable {
    private final AnswerTable table;

    LatexTable(AnswerTable table) {
        this.table = table;
    }

    /** The lines of the table, to be put into a document. */
    String text() {
        var columns =
                table.columns().stream()
                        .map(c -> TableWriter.isNumeric(table, c) ? "r" : "l")
                        .collect(Collectors.joining());
        var rows =
                table.rows().stream()
                        .map(row ->
                                line(
                                        table.columns().stream()
                                                .map(c -> TableWriter.text(row.get(c)))
                                                .toList()))
                        .collect(Collectors.joining());
        return "% \\usepackage{booktabs}\n\\begin{tabular}{"
                + columns
                + "}\n\\toprule\n"
                + line(table.columns().stream().map(Var::getVarName).toList())
                + "\\midrule\n"
                + rows
                + "\\bottomrule\n\\end{tabular}\n";
    }

    private static String line(List<String> cells) {
        return cells.stream().map(LatexTable::escaped).collect(Collectors.joining(" & "))
                + " \\\\\n";
    }

    /** A text with the ten characters escaped that mean something to LaTeX. */
    private static String escaped(String text) {
        var out = new StringBuilder();
        for (var c : text.replaceAll("\\R", " ").toCharArray())
            switch (c) {
                case '\\' -> out.append("\\textbackslash{}");
                case '~' -> out.append("\\textasciitilde{}");
                case '^' -> out.append("\\textasciicircum{}");
                case '#', '$', '%', '&', '_', '{', '}' -> out.append('\\').append(c);
                default -> out.append(c);
            }
        return out.toString();
    }
}
