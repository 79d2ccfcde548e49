package org.modelgraph.sparql.result;

import org.apache.jena.graph.Node;

/**
 * Terms in SPARQL 1.1 Query Results CSV (§3.2): without type or language, a blank node as {@code
 * _:label}; a triple term, of which the standard says nothing, as in N-Triples.
 */
record CsvForm() implements TermForm {
    private static final TermForm TRIPLE = TurtleForm.plain();

    @Override
    public void write(Node term, Utf8Buffer out, BlankLabels labels) {
        if (term.isLiteral()) text(term.getLiteralLexicalForm(), out);
        else if (term.isURI()) text(term.getURI(), out);
        else if (term.isBlank()) {
            out.add("_:");
            labels.write(term, out);
        } else {
            var whole = new Utf8Buffer();
            TRIPLE.write(term, whole, labels);
            text(new String(whole.from(0), java.nio.charset.StandardCharsets.UTF_8), out);
        }
    }

    /** Writes a text, in quotation marks where it is empty or holds a mark, a comma or a line. */
    static void text(String text, Utf8Buffer out) {
        if (isPlain(text)) {
            out.add(text);
            return;
        }
        out.add('"');
        out.add(text, Escapes.CSV);
        out.add('"');
    }

    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"' || c == ',' || c == '\r' || c == '\n') return false;
        }
        return !text.isEmpty();
    }
}
