package org.modelgraph.sparql.result;

import org.apache.jena.graph.Node;

import java.util.Arrays;

/**
 * Writes terms in one form, and keeps the bytes of those that come again: predicates, types and
 * short values are escaped once. A table of fixed size, in which a term takes the place of another;
 * a term that comes once leaves no copy. What is kept depends on nothing but the term, so one table
 * serves answer after answer.
 */
final class TermBytes {
    private static final int PLACES = 4096;
    private static final int LONGEST_TEXT = 80;
    private static final int LONGEST = 512;
    private static final byte[] NONE = {};

    private final TermForm form;
    private final Node[] terms = new Node[PLACES];
    private final byte[][] written = new byte[PLACES][];

    TermBytes(TermForm form) {
        this.form = form;
        Arrays.fill(terms, Node.ANY);
        Arrays.fill(written, NONE);
    }

    /** Writes a term. */
    void write(Node term, Utf8Buffer out, BlankLabels labels) {
        if (!isKept(term)) {
            form.write(term, out, labels);
            return;
        }
        var hash = term.hashCode();
        var place = (hash ^ hash >>> 12 ^ hash >>> 22) & PLACES - 1;
        if (!terms[place].equals(term)) {
            terms[place] = term;
            written[place] = NONE;
            form.write(term, out, labels);
        } else if (written[place].length > 0) {
            out.add(written[place]);
        } else {
            var begin = out.size();
            form.write(term, out, labels);
            if (out.size() - begin <= LONGEST) written[place] = out.from(begin);
        }
    }

    private static boolean isKept(Node term) {
        return term.isURI()
                || (term.isLiteral() && term.getLiteralLexicalForm().length() <= LONGEST_TEXT);
    }
}
