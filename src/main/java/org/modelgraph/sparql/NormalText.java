package org.modelgraph.sparql;

/**
 * The text of a query without what means nothing: comments are gone, and blanks and ends of lines
 * between tokens are one blank. Texts that are the same then are the same query; the same query
 * written with other names or in another order is another text.
 */
public final class NormalText {
    private final String text;
    private final StringBuilder normal = new StringBuilder();
    private int at;

    private NormalText(String text) {
        this.text = text;
    }

    /** The normal form of a text that is a query. */
    public static String of(String text) {
        return new NormalText(text).scan();
    }

    private String scan() {
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c == '"' || c == '\'') copy(endOfLiteral());
            else if (c == '<') copy(endOfIri());
            else if (c == '\\') copy(Math.min(at + 2, text.length()));
            else if (c == '#') blank(endOfLine());
            else if (isBlank(c)) blank(at + 1);
            else copy(at + 1);
        }
        return normal.toString().strip();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private void copy(int end) {
        normal.append(text, at, end);
        at = end;
    }

    private void blank(int end) {
        if (normal.isEmpty() || normal.charAt(normal.length() - 1) != ' ') normal.append(' ');
        at = end;
    }

    private int endOfLine() {
        var end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') end++;
        return end;
    }

    /** Where an IRI ends that begins here; the next place where it is an operator. */
    private int endOfIri() {
        for (var i = at + 1; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '>') return i + 1;
            if (c <= ' ' || "<\"{}|^`\\".indexOf(c) >= 0) break;
        }
        return at + 1;
    }

    private int endOfLiteral() {
        var quote = text.substring(at, at + 1);
        var mark = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
        var i = at + mark.length();
        while (i < text.length() && !text.startsWith(mark, i)) i += text.charAt(i) == '\\' ? 2 : 1;
        return Math.min(i + mark.length(), text.length());
    }
}
