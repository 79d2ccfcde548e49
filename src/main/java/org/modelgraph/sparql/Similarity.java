package org.modelgraph.sparql;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class Similarity {
    private Similarity() {}

    /**
     * The candidate nearest to a word, if it is near enough: at most a third of its letters differ.
     */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        var limit = Math.max(1, word.length() / 3);
        return candidates.stream()
                .filter(c -> Math.abs(c.length() - word.length()) <= limit)
                .filter(c -> distance(word, c) <= limit)
                .min(
                        Comparator.<String>comparingInt(c -> distance(word, c))
                                .thenComparingInt(c -> differentCases(word, c))
                                .thenComparing(c -> c));
    }

    /** How many of the letters at the same place are the same but for their case. */
    private static int differentCases(String first, String second) {
        var count = 0;
        for (var i = 0; i < Math.min(first.length(), second.length()); i++) {
            var a = first.charAt(i);
            var b = second.charAt(i);
            if (a != b && Character.toLowerCase(a) == Character.toLowerCase(b)) count++;
        }
        return count;
    }

    /**
     * The optimal string alignment distance, ignoring case: how many letters must be added, left
     * out, replaced or swapped with their neighbour.
     */
    public static int distance(String first, String second) {
        var a = first.toLowerCase(Locale.ROOT);
        var b = second.toLowerCase(Locale.ROOT);
        var rows = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) rows[i][0] = i;
        for (var j = 0; j <= b.length(); j++) rows[0][j] = j;
        for (var i = 1; i <= a.length(); i++) {
            for (var j = 1; j <= b.length(); j++) {
                var replaced = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                rows[i][j] = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1))
                    rows[i][j] = Math.min(rows[i][j], 1 + rows[i - 2][j - 2]);
            }
        }
        return rows[a.length()][b.length()];
    }
}
