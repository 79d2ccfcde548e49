package org.modelgraph.sparql.result;

import org.modelgraph.problem.Problem;

/** The characters of XML 1.0 (§2.2), and the refusal of others. */
public final class XmlCharacters {
    private XmlCharacters() {}

    /** True of a character that XML has. */
    public static boolean isXml(int c) {
        return c >= 0x20 ? c <= 0xd7ff || (c >= 0xe000 && c != 0xfffe && c != 0xffff) : isBlank(c);
    }

    private static boolean isBlank(int c) {
        return c == '\t' || c == '\n' || c == '\r';
    }

    /** The problem 406 that an answer with this character is. */
    public static Problem refused(int c) {
        return refused(String.format("the character U+%04X", c));
    }

    /** The problem 406 that an answer is which holds something that can't be written as XML. */
    public static Problem refused(String what) {
        return Problem.of(
                        Problem.Kind.NOT_ACCEPTABLE,
                        "The answer holds " + what + ": XML can't say that.")
                .hint("Ask for another format, such as Turtle or JSON.");
    }
}
