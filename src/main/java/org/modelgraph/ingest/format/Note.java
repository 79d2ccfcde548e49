package org.modelgraph.ingest.format;

import org.modelgraph.naming.Candidate;

import java.util.List;
import java.util.Locale;

/**
 * What an import has to say about one place of a file.
 *
 * @param kind what it is about
 * @param line the line, from 1; 0 where it concerns the file as a whole
 * @param words one sentence
 * @param candidates the things that may be meant by a name that is not known
 */
public record Note(Kind kind, int line, String words, List<Candidate> candidates) {
    /** What a note is about. */
    public enum Kind {
        /** Something was read and not taken. */
        LEFT_ASIDE("left aside"),
        /** A name means nothing, or several things, in the graph. */
        UNKNOWN_NAME("unknown name"),
        /** Something was taken and is strange all the same. */
        REMARK("remark"),
        /** Something would have broken the shapes of the ontology. */
        REFUSED("refused by the shapes"),
        /** The file, or the rest of it, can't be read. */
        BROKEN("broken");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The kind as programs call it, such as {@code left-aside}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind in words. */
        public String words() {
            return words;
        }
    }

    /** A note without candidates. */
    public static Note of(Kind kind, int line, String words) {
        return new Note(kind, line, words, List.of());
    }
}
