package org.modelgraph.engine.snapshot;

import java.util.Arrays;

/** Terms that came after a dictionary was built, numbered in the order in which they came. */
final class LaterTerms {
    private final int first;
    private final long[] ids;
    private final long[] sorted;
    private final int[] numbers;

    private LaterTerms(int first, long[] ids, long[] sorted, int[] numbers) {
        this.first = first;
        this.ids = ids;
        this.sorted = sorted;
        this.numbers = numbers;
    }

    /**
     * Terms.
     *
     * @param first the number of the first
     * @param ids each once
     */
    static LaterTerms of(int first, long[] ids) {
        var sorted = Arrays.stream(ids).boxed().sorted(Long::compareUnsigned).toList();
        var terms = new LaterTerms(first, ids, new long[ids.length], new int[ids.length]);
        for (var i = 0; i < ids.length; i++) terms.sorted[i] = sorted.get(i);
        for (var i = 0; i < ids.length; i++)
            terms.numbers[Dictionary.search(terms.sorted, ids[i])] = first + i;
        return terms;
    }

    /** These and the terms that came next. */
    LaterTerms with(LaterTerms next) {
        var all = Arrays.copyOf(ids, ids.length + next.ids.length);
        System.arraycopy(next.ids, 0, all, ids.length, next.ids.length);
        var both = new LaterTerms(first, all, new long[all.length], new int[all.length]);
        var i = 0;
        var j = 0;
        for (var at = 0; at < all.length; at++) {
            var isNext = i == ids.length || (j < next.ids.length && next.isBefore(j, this, i));
            both.sorted[at] = isNext ? next.sorted[j] : sorted[i];
            both.numbers[at] = isNext ? next.numbers[j++] : numbers[i++];
        }
        return both;
    }

    private boolean isBefore(int place, LaterTerms others, int otherPlace) {
        return Long.compareUnsigned(sorted[place], others.sorted[otherPlace]) < 0;
    }

    int size() {
        return ids.length;
    }

    /** The number of the first. */
    int first() {
        return first;
    }

    /** The number of an id, or {@link Dictionary#NONE}. */
    int number(long id) {
        var place = Dictionary.search(sorted, id);
        return place >= 0 ? numbers[place] : Dictionary.NONE;
    }

    /** The id of one of the numbers. */
    long id(int number) {
        return ids[number - first];
    }

    long bytes() {
        return 20L * ids.length;
    }
}
