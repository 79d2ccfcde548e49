package org.modelgraph.sparql.result;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** What a format writes in the place of characters that it can't have as they are. */
final class Escapes {
    private static final int ASCII = 0x80;

    /** Everything stands as it is. */
    static final Escapes NONE = new Escapes(_ -> "", false);

    /** In a string of JSON (RFC 8259 §7). */
    static final Escapes JSON = new Escapes(Escapes::json, false);

    /** In an element or an attribute of XML 1.0; characters that XML has not are refused. */
    static final Escapes XML = new Escapes(Escapes::xml, true);

    /** In a quoted field of CSV (RFC 4180 §2). */
    static final Escapes CSV = new Escapes(c -> c == '"' ? "\"\"" : "", false);

    /** In a literal of N-Triples or Turtle between quotation marks. */
    static final Escapes LITERAL = new Escapes(Escapes::literal, false);

    /** In an IRI of N-Triples or Turtle between angle brackets (IRIREF). */
    static final Escapes IRI =
            new Escapes(
                    c -> c <= ' ' || c == 0x7f || "<>\"{}|^`\\".indexOf(c) >= 0 ? unicode(c) : "",
                    false);

    private final byte[][] replacements = new byte[ASCII][];
    private final boolean[] special = new boolean[ASCII];
    private final boolean xml;

    private Escapes(IntFunction<String> replacement, boolean xml) {
        this.xml = xml;
        for (var c = 0; c < ASCII; c++) {
            var text = replacement.apply(c);
            replacements[c] = text.getBytes(StandardCharsets.US_ASCII);
            special[c] = !text.isEmpty() || (xml && !XmlCharacters.isXml(c));
        }
    }

    /** Which characters of ASCII do not stand as they are; to be read only. */
    boolean[] special() {
        return special;
    }

    /**
     * The replacement of a special character of ASCII.
     *
     * @throws org.modelgraph.problem.Problem 406 where the format has no such character
     */
    byte[] of(char c) {
        require(c);
        return replacements[c];
    }

    /**
     * Lets another character pass that the format has.
     *
     * @throws org.modelgraph.problem.Problem 406 where it has not
     */
    void require(char c) {
        if (xml && !XmlCharacters.isXml(c)) throw XmlCharacters.refused(c);
    }

    private static String json(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> c < ' ' || c == 0x7f ? unicode(c) : "";
        };
    }

    /** A parser of XML would read a bare CR as LF, and blanks of an attribute as spaces. */
    private static String xml(int c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\r' -> "&#xD;";
            default -> "";
        };
    }

    private static String literal(int c) {
        return json(c);
    }

    private static String unicode(int c) {
        return String.format("\\u%04X", c);
    }
}
