package org.modelgraph.http.pages;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.modelgraph.browse.Labels;

import java.util.List;
import java.util.function.IntFunction;

/**
 * Triples that match a pattern.
 *
 * @param subject the term asked for, as it stands in an address; empty for any
 * @param count how many triples match
 * @param number the part that is shown, from 1
 * @param addresses where the parts stand
 */
public record FragmentsPage(
        Frame frame,
        String subject,
        String predicate,
        String object,
        String graph,
        List<Triple> triples,
        long count,
        int number,
        IntFunction<String> addresses) {
    /** How many triples there are on a page. */
    public static final int SIZE = 100;

    public int pages() {
        return (int) Math.max(1, (count + SIZE - 1) / SIZE);
    }

    /** Another part. */
    public String at(int other) {
        return frame.link(addresses.apply(other));
    }

    /** The same in another form. */
    public String as(String format) {
        return Addresses.with(addresses.apply(number), "format=" + format);
    }

    /** A term in short. */
    public String text(Node term) {
        if (term.isURI()) return Labels.shortName(term.getURI());
        return term.isLiteral() ? term.getLiteralLexicalForm() : term.toString();
    }

    /** The language of a literal; empty for any other term. */
    public String language(Node term) {
        return term.isLiteral() ? term.getLiteralLanguage() : "";
    }
}
