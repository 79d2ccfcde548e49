package org.modelgraph.engine.operator;

import java.util.HashSet;
import java.util.Set;

/** A set of numbers of terms, one bit each, in the order in which they came. */
final class NumberSet {
    private static final int PAGE_BITS = 10;
    private static final long[] NO_PAGE = new long[0];

    private final long[][] pages;
    private final Set<Integer> own = new HashSet<>();
    private final Numbers members = new Numbers();

    /**
     * An empty set.
     *
     * @param dictionarySize the numbers from 0 that can come; below 0 any can
     */
    NumberSet(int dictionarySize) {
        pages = new long[(dictionarySize >> PAGE_BITS) + 1][];
        java.util.Arrays.fill(pages, NO_PAGE);
    }

    /** Adds a number; false where it was there. */
    boolean add(int number) {
        if (number < 0) {
            if (!own.add(number)) return false;
        } else {
            var page = pages[number >> PAGE_BITS];
            if (page.length == 0) {
                page = new long[1 << (PAGE_BITS - 6)];
                pages[number >> PAGE_BITS] = page;
            }
            var word = (number & ((1 << PAGE_BITS) - 1)) >> 6;
            var bit = 1L << number;
            if ((page[word] & bit) != 0) return false;
            page[word] |= bit;
        }
        members.add(number);
        return true;
    }

    /** The numbers, in the order in which they came. */
    Numbers members() {
        return members;
    }
}
