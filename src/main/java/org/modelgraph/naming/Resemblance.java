package org.modelgraph.naming;

import org.modelgraph.sparql.Similarity;

import java.util.Set;

/**
 * How much names look alike, in their normal form: by the groups of letters that they share (the
 * coefficient of Dice), by how few letters differ, or by one being a part of the other. Names whose
 * numbers differ are of different things more often than not, however much they look alike.
 */
public final class Resemblance {
    /** What names count at most that are not the same. */
    static final double MOST = 0.98;

    private static final double WITH_OTHER_NUMBERS = 0.6;
    private static final double SPELLED_LEAST = 0.6;

    private final Spelling spelling;
    private final Set<String> groups;

    /** For a name, in its normal form. */
    Resemblance(String name) {
        this.spelling = Spelling.of(-1, name);
        this.groups = Spelling.groups(name);
    }

    /** The groups of letters of the name. */
    Set<String> groups() {
        return groups;
    }

    /** The name in its normal form. */
    String name() {
        return spelling.name();
    }

    /** The coefficient of Dice, from 0 to 1. */
    double shared(Spelling other, int common) {
        return 2.0 * common / (groups.size() + other.groups());
    }

    /**
     * How much another name looks like this one, from 0 to {@link #MOST}.
     *
     * @param shared their coefficient of Dice
     */
    double to(Spelling other, double shared) {
        var alike = sameWords(other) ? MOST : Math.max(shared, contained(other.name()));
        alike = Math.max(alike, spelled(other.name(), alike));
        var score = spelling.numbers().equals(other.numbers()) ? alike : alike * WITH_OTHER_NUMBERS;
        return Math.min(MOST, score);
    }

    /**
     * The share of letters that stay; 0 where it is small, or no more than another likeness, which
     * the lengths alone may tell.
     */
    private double spelled(String other, double least) {
        var longer = Math.max(name().length(), other.length());
        var most = 1 - (double) Math.abs(name().length() - other.length()) / longer;
        if (most < SPELLED_LEAST || most <= least) return 0;
        var alike = 1 - (double) Similarity.distance(name(), other) / longer;
        return alike >= SPELLED_LEAST ? alike : 0;
    }

    private double contained(String other) {
        var shorter = name().length() < other.length() ? name() : other;
        var longer = name().length() < other.length() ? other : name();
        if (shorter.length() < 2 || !longer.contains(shorter)) return 0;
        var found =
                Spelling.hasHan(shorter)
                        || (shorter.length() > 2
                                && (" " + longer + " ").contains(" " + shorter + " "));
        return found ? 0.5 + 0.4 * shorter.length() / longer.length() : 0;
    }

    /** The same words in another order, or written apart. */
    private boolean sameWords(Spelling other) {
        return spelling.packed().equals(other.packed()) || spelling.words().equals(other.words());
    }

    /** True where two names have the same numbers in the same order. */
    public static boolean numbersAgree(String name, String other) {
        return Spelling.numbers(name).equals(Spelling.numbers(other));
    }
}
