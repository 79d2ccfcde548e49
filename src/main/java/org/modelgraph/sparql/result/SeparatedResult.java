package org.modelgraph.sparql.result;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

import java.util.List;

/** SPARQL 1.1 Query Results CSV and TSV: one line for the names, then one for each row. */
final class SeparatedResult implements ResultForm {
    private final Utf8Buffer out;
    private final TermBytes terms;
    private final boolean tabs;
    private final BlankLabels labels = new BlankLabels.Numbered();
    private List<Var> variables = List.of();

    private SeparatedResult(Utf8Buffer out, TermBytes terms, boolean tabs) {
        this.out = out;
        this.terms = terms;
        this.tabs = tabs;
    }

    static SeparatedResult csv(Utf8Buffer out, TermBytes terms) {
        return new SeparatedResult(out, terms, false);
    }

    static SeparatedResult tsv(Utf8Buffer out, TermBytes terms) {
        return new SeparatedResult(out, terms, true);
    }

    @Override
    public void begin(List<Var> columns) {
        variables = List.copyOf(columns);
        for (var i = 0; i < columns.size(); i++) {
            separate(i);
            if (tabs) out.add('?');
            CsvForm.text(columns.get(i).getVarName(), out);
        }
        endLine();
    }

    @Override
    public void row(Binding row) {
        for (var i = 0; i < variables.size(); i++) {
            separate(i);
            var term = row.get(variables.get(i));
            if (term != null) terms.write(term, out, labels);
        }
        endLine();
    }

    private void separate(int column) {
        if (column > 0) out.add(tabs ? '\t' : ',');
    }

    private void endLine() {
        if (!tabs) out.add('\r');
        out.add('\n');
    }

    @Override
    public void end() {
        // the last line has ended
    }

    /** The standard knows no ASK in these formats; a column of this name is what others write. */
    @Override
    public void truth(boolean value) {
        out.add(tabs ? "?_askResult" : "_askResult");
        endLine();
        out.add(String.valueOf(value));
        endLine();
    }
}
