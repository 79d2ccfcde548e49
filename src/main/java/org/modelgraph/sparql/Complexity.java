package org.modelgraph.sparql;

import static org.modelgraph.problem.Problem.Kind.REFUSED_QUERY;

import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;

/**
 * How large and how deeply nested a query or an update may be. What is larger is refused before
 * Jena's parser, which recurses, has seen it.
 *
 * @param bytes the most bytes of UTF-8
 * @param nesting how many brackets may be open at a time
 * @param patterns how many triple patterns and paths there may be
 * @param depth how many levels the algebra may have
 */
public record Complexity(int bytes, int nesting, int patterns, int depth) {
    /** What every query may have. */
    public static final Complexity QUERY = new Complexity(64 << 10, 100, 200, 1000);

    /** What an update may have, which carries data. */
    public static final Complexity UPDATE = new Complexity(1 << 20, 100, 200, 1000);

    /**
     * Lets a text pass that is neither too long nor too deeply nested.
     *
     * @throws Problem of kind {@link Problem.Kind#TOO_LARGE}, or with the place where the nesting
     *     is too deep
     */
    public void require(String text) {
        if (text.length() > bytes || utf8Length(text) > bytes)
            throw Problem.of(
                            Problem.Kind.TOO_LARGE,
                            "The text is longer than " + bytes + " bytes, which is the limit.")
                    .hint("Ask in several queries, or load data into a graph and refer to it.");
        new Nesting(text).scan();
    }

    private static int utf8Length(String text) {
        return text.codePoints().map(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4).sum();
    }

    /** Lets a query with so many patterns pass, or refuses it. */
    void requirePatterns(int count) {
        if (count > patterns)
            throw Problem.of(
                            REFUSED_QUERY,
                            "The query has more than "
                                    + patterns
                                    + " triple patterns, which is the limit.")
                    .hint("Ask in several queries; VALUES takes many things at once.");
    }

    /** Lets an algebra of so many levels pass, or refuses it. */
    void requireDepth(int levels) {
        if (levels > depth)
            throw Problem.of(
                            REFUSED_QUERY,
                            "The query is nested more than "
                                    + depth
                                    + " levels deep, which is the limit.")
                    .hint("Long chains of UNION, OPTIONAL, && or / can often be one VALUES.");
    }

    /** Counts brackets outside of texts, IRIs and comments. */
    private final class Nesting {
        private final String text;
        private int at;
        private int open;

        Nesting(String text) {
            this.text = text;
        }

        void scan() {
            while (at < text.length()) {
                switch (text.charAt(at)) {
                    case '(', '{', '[' -> enter();
                    case ')', '}', ']' -> open = Math.max(0, open - 1);
                    case '#' -> skipTo('\n');
                    case '"', '\'' -> skipText();
                    case '<' -> skipIri();
                    case '\\' -> at++;
                    default -> {}
                }
                at++;
            }
        }

        private void enter() {
            if (++open > nesting)
                throw Problem.of(
                                REFUSED_QUERY,
                                "More than "
                                        + nesting
                                        + " brackets are open at once, which is the limit.")
                        .at(place());
        }

        private Position place() {
            var before = text.substring(0, at);
            var line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            return new Position(line, at - before.lastIndexOf('\n'));
        }

        private void skipTo(char end) {
            var found = text.indexOf(end, at + 1);
            at = found < 0 ? text.length() : found;
        }

        private void skipIri() {
            for (var i = at + 1; i < text.length(); i++) {
                var c = text.charAt(i);
                if (c == '>') {
                    at = i;
                    return;
                }
                if (c <= ' ' || "<\"{}|^`\\".indexOf(c) >= 0) return;
            }
        }

        private void skipText() {
            var quote = text.substring(at, at + 1);
            var whole = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
            var i = at + whole.length();
            while (i < text.length() && !text.startsWith(whole, i)) {
                if (text.charAt(i) == '\\') i++;
                if (whole.length() == 1 && i < text.length() && text.charAt(i) == '\n') break;
                i++;
            }
            at = Math.min(i + whole.length() - 1, text.length());
        }
    }
}
