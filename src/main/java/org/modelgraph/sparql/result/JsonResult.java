package org.modelgraph.sparql.result;

import static org.modelgraph.sparql.result.Ascii.bytes;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

import java.util.List;

/** SPARQL 1.2 Query Results JSON: one row a line, no other blanks. */
final class JsonResult implements ResultForm {
    private static final byte[] HEAD = bytes("{\"head\":{\"vars\":[");
    private static final byte[] RESULTS = bytes("]},\"results\":{\"bindings\":[");
    private static final byte[] END = bytes("\n]}}\n");
    private static final byte[] TRUTH = bytes("{\"head\":{},\"boolean\":");
    private static final byte[] END_OF_TRUTH = bytes("}\n");

    private final Utf8Buffer out;
    private final TermBytes terms;
    private final BlankLabels labels = new BlankLabels.Numbered();
    private List<Var> variables = List.of();
    private byte[][] names = {};
    private char before = '\n';

    JsonResult(Utf8Buffer out, TermBytes terms) {
        this.out = out;
        this.terms = terms;
    }

    @Override
    public void begin(List<Var> columns) {
        variables = List.copyOf(columns);
        names = new byte[columns.size()][];
        out.add(HEAD);
        for (var i = 0; i < names.length; i++) {
            if (i > 0) out.add(',');
            var begin = out.size();
            out.add('"');
            out.add(columns.get(i).getVarName(), Escapes.JSON);
            out.add('"');
            names[i] = out.from(begin);
        }
        out.add(RESULTS);
    }

    @Override
    public void row(Binding row) {
        out.add(before);
        if (before == ',') out.add('\n');
        before = ',';
        var opener = '{';
        for (var i = 0; i < names.length; i++) {
            var term = row.get(variables.get(i));
            if (term == null) continue;
            out.add(opener);
            opener = ',';
            out.add(names[i]);
            out.add(':');
            terms.write(term, out, labels);
        }
        if (opener == '{') out.add('{');
        out.add('}');
    }

    @Override
    public void end() {
        out.add(END);
    }

    @Override
    public void truth(boolean value) {
        out.add(TRUTH);
        out.add(String.valueOf(value));
        out.add(END_OF_TRUTH);
    }
}
