package org.modelgraph.http.fragments;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.modelgraph.graph.View;
import org.modelgraph.http.pages.FragmentsPage;

import java.util.ArrayList;
import java.util.List;

/**
 * A page of the triples that match a pattern.
 *
 * @param triples those of this page
 * @param page its number, from 1
 * @param count how many triples match altogether
 */
record Fragment(Pattern pattern, List<Triple> triples, int page, long count) {
    /** How many triples a page has at most. */
    static final int SIZE = FragmentsPage.SIZE;

    /** Reads a page, and counts all that match. */
    static Fragment of(View view, Pattern pattern, int page) {
        return read(view, pattern, page, Long.MAX_VALUE);
    }

    /**
     * Reads a page.
     *
     * @param count how many triples match, where that is known
     */
    static Fragment of(View view, Pattern pattern, int page, long count) {
        var read = read(view, pattern, page, page * (long) SIZE);
        return new Fragment(pattern, read.triples, page, count);
    }

    private static Fragment read(View view, Pattern pattern, int page, long most) {
        var triples = new ArrayList<Triple>();
        var first = (page - 1L) * SIZE;
        var seen = 0L;
        var found = find(view, pattern);
        try {
            for (; seen < most && found.hasNext(); seen++) {
                var triple = found.next();
                if (seen >= first && triples.size() < SIZE) triples.add(triple);
            }
        } finally {
            found.close();
        }
        return new Fragment(pattern, List.copyOf(triples), page, seen);
    }

    private static ExtendedIterator<Triple> find(View view, Pattern pattern) {
        return graph(view, pattern.graph())
                .find(pattern.subject(), pattern.predicate(), pattern.object());
    }

    private static Graph graph(View view, Node name) {
        return name.equals(Node.ANY) ? view.everything() : view.graph(name);
    }

    boolean hasNext() {
        return page * (long) SIZE < count;
    }
}
