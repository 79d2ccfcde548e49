package org.modelgraph.http.pages.panel;

import org.modelgraph.browse.Value;
import org.modelgraph.http.pages.Tone;

/** How strong the evidence is that a measure acts on an issue, by the rank that questions give. */
public enum Strength {
    MEASURED(1, Tone.FULL),
    APPLIED(2, Tone.FULL),
    APPLIED_IN_GENERAL(3, Tone.HALF),
    RECOMMENDED(4, Tone.HALF),
    AVAILABLE(5, Tone.OPEN),
    /** Nothing acts on the issue. */
    NONE(9, Tone.OPEN);

    private final int rank;
    private final Tone tone;

    Strength(int rank, Tone tone) {
        this.rank = rank;
        this.tone = tone;
    }

    /** The strength of a rank. */
    public static Strength of(String rank) {
        for (var strength : values())
            if (String.valueOf(strength.rank).equals(rank)) return strength;
        return NONE;
    }

    /** The strength that a value stands for. */
    public static Strength of(Value value) {
        return of(value instanceof Value.Text text ? text.text() : "");
    }

    /** The key of its name. */
    public String key() {
        return "strength." + rank;
    }

    /** The mark by which it is known at sight: full, half or empty. */
    public String glyph() {
        return switch (tone) {
            case FULL, PLAIN -> "●";
            case HALF -> "◐";
            case OPEN -> "○";
        };
    }

    /** The name for style sheets. */
    public String style() {
        return tone.style();
    }

    public int rank() {
        return rank;
    }
}
