package org.modelgraph.naming;

import org.jspecify.annotations.Nullable;

/**
 * A name as it is printed, to be asked for among several kinds of things; what asking needs of it
 * is worked out once. Used by one thread at a time.
 */
public final class Printed {
    private final String text;
    private final String normal;
    private @Nullable Resemblance resemblance;

    /** A name. */
    public Printed(String text) {
        this.text = text;
        normal = NormalName.of(text);
    }

    /** As it is printed. */
    public String text() {
        return text;
    }

    /** In its normal form; empty for a name of punctuation only. */
    public String normal() {
        return normal;
    }

    Resemblance resemblance() {
        var known = resemblance;
        if (known == null) {
            known = new Resemblance(normal);
            resemblance = known;
        }
        return known;
    }
}
