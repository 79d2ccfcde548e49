package org.modelgraph.sparql.result;

import static org.modelgraph.sparql.result.Ascii.bytes;

import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Terms in Turtle 1.2 and what is made of it: N-Triples, and SPARQL 1.1 Query Results TSV.
 *
 * @param names short forms of IRIs
 * @param bare datatypes whose literals stand without quotation marks, where their text is such
 */
record TurtleForm(ShortNames names, Map<String, Predicate<String>> bare) implements TermForm {
    private static final byte[] TRIPLE = bytes("<<( ");
    private static final byte[] END_OF_TRIPLE = bytes(" )>>");
    private static final Map<String, Predicate<String>> BARE =
            Map.of(
                    XSD.integer.getURI(),
                    matches("[+-]?[0-9]+"),
                    XSD.decimal.getURI(),
                    matches("[+-]?[0-9]*\\.[0-9]+"),
                    XSD.xdouble.getURI(),
                    matches("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)[eE][+-]?[0-9]+"),
                    XSD.xboolean.getURI(),
                    matches("true|false"));

    private static Predicate<String> matches(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }

    /** Terms in N-Triples: every one in full. */
    static TurtleForm plain() {
        return new TurtleForm(ShortNames.NONE, Map.of());
    }

    /** Terms in TSV: IRIs in full, numbers without quotation marks. */
    static TurtleForm tabular() {
        return new TurtleForm(ShortNames.NONE, BARE);
    }

    /** Terms in Turtle. */
    static TurtleForm prefixed(ShortNames names) {
        return new TurtleForm(names, BARE);
    }

    @Override
    public void write(Node term, Utf8Buffer out, BlankLabels labels) {
        if (term.isURI()) {
            iri(term.getURI(), out);
        } else if (term.isLiteral()) {
            literal(term, out);
        } else if (term.isBlank()) {
            out.add('_');
            out.add(':');
            labels.write(term, out);
        } else if (term.isTripleTerm()) {
            var triple = term.getTriple();
            out.add(TRIPLE);
            write(triple.getSubject(), out, labels);
            out.add(' ');
            write(triple.getPredicate(), out, labels);
            out.add(' ');
            write(triple.getObject(), out, labels);
            out.add(END_OF_TRIPLE);
        } else {
            throw new IllegalArgumentException("no term of an answer: " + term);
        }
    }

    private void iri(String iri, Utf8Buffer out) {
        if (names.write(iri, out)) return;
        out.add('<');
        out.add(iri, Escapes.IRI);
        out.add('>');
    }

    private void literal(Node term, Utf8Buffer out) {
        var text = term.getLiteralLexicalForm();
        var language = term.getLiteralLanguage();
        var direction = term.getLiteralBaseDirection();
        if (!language.isEmpty() || direction != null) {
            quoted(text, out);
            out.add('@');
            out.add(language);
            if (direction != null) out.add("--" + direction.direction());
            return;
        }
        var datatype = term.getLiteralDatatypeURI();
        var plain = bare.get(datatype);
        if (plain != null && plain.test(text)) {
            out.add(text);
            return;
        }
        quoted(text, out);
        if (datatype.equals(XSD.xstring.getURI())) return;
        out.add('^');
        out.add('^');
        iri(datatype, out);
    }

    private static void quoted(String text, Utf8Buffer out) {
        out.add('"');
        out.add(text, Escapes.LITERAL);
        out.add('"');
    }
}
