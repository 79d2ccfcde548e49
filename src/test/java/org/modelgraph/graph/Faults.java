package org.modelgraph.graph;

import com.google.errorprone.annotations.FormatMethod;

/** How much the tests of faults do: little in every build, all of it with {@code -Pfaults}. */
public final class Faults {
    /** True with the profile {@code faults}. */
    public static final boolean ALL = Boolean.getBoolean("faults");

    private Faults() {}

    /** The number of times that something is done; in every build only a few. */
    public static int times(int all, int few) {
        return ALL ? Integer.getInteger("faults.times", all) : few;
    }

    /** Prints a figure, so that it can be kept. */
    @FormatMethod
    public static void tell(String format, Object... values) {
        System.out.println("figure: " + String.format(java.util.Locale.ROOT, format, values));
    }
}
