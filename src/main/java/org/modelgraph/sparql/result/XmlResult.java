package org.modelgraph.sparql.result;

import static org.modelgraph.sparql.result.Ascii.bytes;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

import java.util.List;

/** SPARQL 1.2 Query Results XML: one row a line, no other blanks. */
final class XmlResult implements ResultForm {
    private static final byte[] DOCUMENT =
            bytes(
                    "<?xml version=\"1.0\"?>\n"
                            + "<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n<head>");
    private static final byte[] VARIABLE = bytes("<variable name=\"");
    private static final byte[] END_OF_VARIABLE = bytes("\"/>");
    private static final byte[] RESULTS = bytes("</head>\n<results>\n");
    private static final byte[] ROW = bytes("<result>");
    private static final byte[] BINDING = bytes("<binding name=\"");
    private static final byte[] END_OF_NAME = bytes("\">");
    private static final byte[] END_OF_BINDING = bytes("</binding>");
    private static final byte[] END_OF_ROW = bytes("</result>\n");
    private static final byte[] END = bytes("</results>\n</sparql>\n");
    private static final byte[] TRUTH = bytes("</head>\n<boolean>");
    private static final byte[] END_OF_TRUTH = bytes("</boolean>\n</sparql>\n");

    private final Utf8Buffer out;
    private final TermBytes terms;
    private final BlankLabels labels = new BlankLabels.Numbered();
    private List<Var> variables = List.of();
    private byte[][] openers = {};

    XmlResult(Utf8Buffer out, TermBytes terms) {
        this.out = out;
        this.terms = terms;
    }

    @Override
    public void begin(List<Var> columns) {
        variables = List.copyOf(columns);
        openers = new byte[columns.size()][];
        out.add(DOCUMENT);
        for (var i = 0; i < openers.length; i++) {
            var name = columns.get(i).getVarName();
            var begin = out.size();
            named(BINDING, name, END_OF_NAME);
            openers[i] = out.from(begin);
            out.cut(begin);
            named(VARIABLE, name, END_OF_VARIABLE);
        }
        out.add(RESULTS);
    }

    private void named(byte[] opener, String name, byte[] closer) {
        out.add(opener);
        out.add(name, Escapes.XML);
        out.add(closer);
    }

    @Override
    public void row(Binding row) {
        out.add(ROW);
        for (var i = 0; i < openers.length; i++) {
            var term = row.get(variables.get(i));
            if (term == null) continue;
            out.add(openers[i]);
            terms.write(term, out, labels);
            out.add(END_OF_BINDING);
        }
        out.add(END_OF_ROW);
    }

    @Override
    public void end() {
        out.add(END);
    }

    @Override
    public void truth(boolean value) {
        out.add(DOCUMENT);
        out.add(TRUTH);
        out.add(String.valueOf(value));
        out.add(END_OF_TRUTH);
    }
}
