package org.modelgraph.naming;

import org.modelgraph.sparql.Similarity;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How much names look alike, in their normal form: by the groups of letters that they share (the
 * coefficient of Dice), by how few letters differ, or by one being a part of the other. Names whose
 * numbers differ are of different things more often than not, however much they look alike.
 */
public final class Resemblance {
    /** What names count at most that are not the same. */
    static final double MOST = 0.98;

    private static final int GRAM = 3;
    private static final double WITH_OTHER_NUMBERS = 0.6;
    private static final double SPELLED_LEAST = 0.6;
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    private final String name;
    private final Set<String> grams;

    /** For a name, in its normal form. */
    Resemblance(String name) {
        this.name = name;
        this.grams = grams(name);
    }

    /** The groups of letters of the name. */
    Set<String> grams() {
        return grams;
    }

    /** The coefficient of Dice, from 0 to 1. */
    double shared(String other, int groups) {
        return 2.0 * groups / (grams.size() + grams(other).size());
    }

    /**
     * How much another name looks like this one, from 0 to {@link #MOST}.
     *
     * @param shared their coefficient of Dice
     */
    double to(String other, double shared) {
        var alike = Math.max(shared, Math.max(spelled(other), contained(other)));
        if (sameWords(other)) alike = MOST;
        var score = numbersAgree(name, other) ? alike : alike * WITH_OTHER_NUMBERS;
        return Math.min(MOST, score);
    }

    private double spelled(String other) {
        var longer = Math.max(name.length(), other.length());
        var alike = 1 - (double) Similarity.distance(name, other) / longer;
        return alike >= SPELLED_LEAST ? alike : 0;
    }

    private double contained(String other) {
        var shorter = name.length() < other.length() ? name : other;
        var longer = name.length() < other.length() ? other : name;
        var found =
                hasHan(shorter)
                        ? shorter.length() > 1 && longer.contains(shorter)
                        : shorter.length() > 2
                                && (" " + longer + " ").contains(" " + shorter + " ");
        return found ? 0.5 + 0.4 * shorter.length() / longer.length() : 0;
    }

    /** The same words in another order, or written apart. */
    private boolean sameWords(String other) {
        if (name.replace(" ", "").equals(other.replace(" ", ""))) return true;
        return name.length() == other.length() && sorted(name).equals(sorted(other));
    }

    private static List<String> sorted(String text) {
        return Arrays.stream(text.split(" ")).sorted().toList();
    }

    /** True where two names have the same numbers in the same order. */
    public static boolean numbersAgree(String name, String other) {
        return numbers(name).equals(numbers(other));
    }

    private static List<String> numbers(String name) {
        return NUMBER.matcher(name).results().map(MatchResult::group).toList();
    }

    static boolean hasHan(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    /** Groups of three letters, blanks at the ends among them; of Chinese groups of two also. */
    static Set<String> grams(String normal) {
        var padded = " " + normal + " ";
        var grams = new LinkedHashSet<String>();
        for (var i = 0; i + GRAM <= padded.length(); i++) grams.add(padded.substring(i, i + GRAM));
        if (hasHan(normal))
            for (var i = 0; i + 2 <= normal.length(); i++) grams.add(normal.substring(i, i + 2));
        return grams;
    }
}
