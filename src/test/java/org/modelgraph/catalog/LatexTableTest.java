package org.modelgraph.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.NodeValue;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A table is ready to be put into a document of LaTeX. */
class LatexTableTest {
    @Test
    void numbersStandRightAndNoCharacterIsACommand() {
        var text = Var.alloc("text");
        var number = Var.alloc("the_number");
        var special = NodeFactory.createLiteralString("50% of #1 & {a_b} costs $2~^\\");
        var row = BindingFactory.binding(text, special, number, NodeValue.makeInteger(7).asNode());
        var table = new AnswerTable(List.of(text, number), List.of(row), 0, false);

        var written = TableWriter.write(table, TableFormat.LATEX, Map.of());

        assertThat(new String(written, StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        % \\usepackage{booktabs}
                        \\begin{tabular}{lr}
                        \\toprule
                        text & the\\_number \\\\
                        \\midrule
                        50\\% of \\#1 \\& \\{a\\_b\\} costs \\$2\\textasciitilde{}\\textasciicircum{}\\textbackslash{} & 7 \\\\
                        \\bottomrule
                        \\end{tabular}
                        """);
    }
}
