package org.modelgraph.sparql.result;

import static org.modelgraph.sparql.result.Ascii.bytes;

import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;

/** Terms in SPARQL 1.2 Query Results JSON (§3.2.2). */
record JsonForm() implements TermForm {
    private static final byte[] IRI = bytes("{\"type\":\"uri\",\"value\":\"");
    private static final byte[] BLANK = bytes("{\"type\":\"bnode\",\"value\":\"");
    private static final byte[] LITERAL = bytes("{\"type\":\"literal\",");
    private static final byte[] LANGUAGE = bytes("\"xml:lang\":\"");
    private static final byte[] DIRECTION = bytes("\"its:dir\":\"");
    private static final byte[] DATATYPE = bytes("\"datatype\":\"");
    private static final byte[] NEXT = bytes("\",");
    private static final byte[] VALUE = bytes("\"value\":\"");
    private static final byte[] END = bytes("\"}");
    private static final byte[] SUBJECT = bytes("{\"type\":\"triple\",\"value\":{\"subject\":");
    private static final byte[] PREDICATE = bytes(",\"predicate\":");
    private static final byte[] OBJECT = bytes(",\"object\":");
    private static final byte[] END_OF_TRIPLE = bytes("}}");

    @Override
    public void write(Node term, Utf8Buffer out, BlankLabels labels) {
        if (term.isURI()) {
            out.add(IRI);
            out.add(term.getURI(), Escapes.JSON);
            out.add(END);
        } else if (term.isLiteral()) {
            literal(term, out);
        } else if (term.isBlank()) {
            out.add(BLANK);
            labels.write(term, out);
            out.add(END);
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
        if (!language.isEmpty()) member(LANGUAGE, language, out);
        if (direction != null) member(DIRECTION, direction.direction(), out);
        if (language.isEmpty() && direction == null) {
            var datatype = term.getLiteralDatatypeURI();
            if (!datatype.equals(XSD.xstring.getURI())) member(DATATYPE, datatype, out);
        }
        out.add(VALUE);
        out.add(term.getLiteralLexicalForm(), Escapes.JSON);
        out.add(END);
    }

    private static void member(byte[] name, String value, Utf8Buffer out) {
        out.add(name);
        out.add(value, Escapes.JSON);
        out.add(NEXT);
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
