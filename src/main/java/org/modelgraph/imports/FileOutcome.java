package org.modelgraph.imports;

import java.util.Locale;

/**
 * What became of one file.
 *
 * @param file the file as the user sees it
 * @param state whether it came in
 * @param claims how many claims it makes
 * @param leftAside how many places of it were left aside, refused or broken
 * @param graph the IRI of the graph that holds what it says
 */
public record FileOutcome(String file, State state, long claims, long leftAside, String graph) {
    /** Whether a file came in. */
    public enum State {
        /** It came in for the first time, or replaced what it said before. */
        TAKEN("taken"),
        /** It says what it said before. */
        UNCHANGED("unchanged"),
        /** It says nothing that the graph could hold. */
        EMPTY("nothing in it to take"),
        /** It can't be read. */
        BROKEN("broken");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** The state as programs call it, such as {@code taken}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state in words. */
        public String words() {
            return words;
        }
    }
}
