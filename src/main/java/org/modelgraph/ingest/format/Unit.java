package org.modelgraph.ingest.format;

import java.util.Arrays;

/** The unit in which a source gives a number. */
public enum Unit {
    PERCENT("percent", "percent"),
    RATIO("ratio", "ratio"),
    POINTS("points", "points"),
    COUNT("count", "count"),
    MINUTES("minutes", "minutes"),
    RATING("rating-points", "Elo"),
    PERCENTAGE_POINTS("percentage-points", "percentage points"),
    RELATIVE_PERCENT("relative-percent", "percent (relative)"),
    GRADE("grade", "grade"),
    BITS_PER_BYTE("bits-per-byte", "BPB"),
    /** The source gives none, and nothing in it or in the mapping file tells which. */
    NOT_STATED("unit-not-stated", "unit not stated");

    private final String code;
    private final String words;

    Unit(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The name of the unit among the codes. */
    public String code() {
        return code;
    }

    /** The unit as the tables of names write it. */
    public String words() {
        return words;
    }

    /** The unit with these words; not stated where they are those of none. */
    public static Unit ofWords(String words) {
        return Arrays.stream(values())
                .filter(unit -> unit.words.equalsIgnoreCase(words) || unit.code.equals(words))
                .findFirst()
                .orElse(NOT_STATED);
    }
}
