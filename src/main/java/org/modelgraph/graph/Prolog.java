package org.modelgraph.graph;

import org.modelgraph.problem.Problem;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What stands before the first element of an XML document. A DOCTYPE is refused there: Jena would
 * leave its entities out without a word, and entities are how XML reads files and grows without
 * end.
 */
final class Prolog {
    private static final int LONGEST = 64 * 1024;
    private static final Pattern DOCTYPE =
            Pattern.compile("\\A(?:\\s|\\uFEFF|<\\?.*?\\?>|<!--.*?-->)*<!DOCTYPE", Pattern.DOTALL);

    private Prolog() {}

    /**
     * Passes an XML document that has no DOCTYPE.
     *
     * @param name how the user calls the text
     * @return the whole document
     */
    static InputStream requirePlain(String name, InputStream in) {
        var buffered = new BufferedInputStream(in, LONGEST);
        buffered.mark(LONGEST);
        try {
            var start = new String(buffered.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
            buffered.reset();
            var plain = start.replace("\u0000", "");
            if (DOCTYPE.matcher(plain).find())
                throw Problem.of(
                                Problem.Kind.MALFORMED_DATA,
                                name + ": the document has a DOCTYPE, which is not read.")
                        .hint("Write its entities out, and leave the DOCTYPE away.");
            return buffered;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
