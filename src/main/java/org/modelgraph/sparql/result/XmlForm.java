package org.modelgraph.sparql.result;

import static org.modelgraph.sparql.result.Ascii.bytes;

import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;

/** Terms in SPARQL 1.2 Query Results XML (§2.3.1). */
record XmlForm() implements TermForm {
    private static final byte[] IRI = bytes("<uri>");
    private static final byte[] END_OF_IRI = bytes("</uri>");
    private static final byte[] BLANK = bytes("<bnode>");
    private static final byte[] END_OF_BLANK = bytes("</bnode>");
    private static final byte[] LITERAL = bytes("<literal");
    private static final byte[] END_OF_LITERAL = bytes("</literal>");
    private static final byte[] ITS =
            bytes(" xmlns:its=\"http://www.w3.org/2005/11/its\" its:version=\"2.0\"");
    private static final byte[] LANGUAGE = bytes(" xml:lang=\"");
    private static final byte[] DIRECTION = bytes(" its:dir=\"");
    private static final byte[] DATATYPE = bytes(" datatype=\"");
    private static final byte[] SUBJECT = bytes("<triple><subject>");
    private static final byte[] PREDICATE = bytes("</subject><predicate>");
    private static final byte[] OBJECT = bytes("</predicate><object>");
    private static final byte[] END_OF_TRIPLE = bytes("</object></triple>");

    @Override
    public void write(Node term, Utf8Buffer out, BlankLabels labels) {
        if (term.isURI()) {
            out.add(IRI);
            out.add(term.getURI(), Escapes.XML);
            out.add(END_OF_IRI);
        } else if (term.isLiteral()) {
            literal(term, out);
        } else if (term.isBlank()) {
            out.add(BLANK);
            labels.write(term, out);
            out.add(END_OF_BLANK);
        } else if (term.isTripleTerm()) {
            triple(term, out, labels);
        } else {
            throw new IllegalArgumentException("no term of an answer: " + term);
        }
    }

    private static void literal(Node term, Utf8Buffer out) {
        out.add(LITERAL);
        var language = term.getLiteralLanguage();
        var direction = term.getLiteralBaseDirection();
        if (direction != null) out.add(ITS);
        if (!language.isEmpty()) attribute(LANGUAGE, language, out);
        if (direction != null) attribute(DIRECTION, direction.direction(), out);
        if (language.isEmpty() && direction == null) {
            var datatype = term.getLiteralDatatypeURI();
            if (!datatype.equals(XSD.xstring.getURI())) attribute(DATATYPE, datatype, out);
        }
        out.add('>');
        out.add(term.getLiteralLexicalForm(), Escapes.XML);
        out.add(END_OF_LITERAL);
    }

    private static void attribute(byte[] name, String value, Utf8Buffer out) {
        out.add(name);
        out.add(value, Escapes.XML);
        out.add('"');
    }

    private void triple(Node term, Utf8Buffer out, BlankLabels labels) {
        var triple = term.getTriple();
        out.add(SUBJECT);
        write(triple.getSubject(), out, labels);
        out.add(PREDICATE);
        write(triple.getPredicate(), out, labels);
        out.add(OBJECT);
        write(triple.getObject(), out, labels);
        out.add(END_OF_TRIPLE);
    }
}
