package org.modelgraph.graph.packing;

/**
 * A set of places in a file, as bits: an eighth of a byte for each byte of the file that is
 * touched.
 */
final class Offsets {
    private static final int PAGE_BITS = 20;
    private static final int WORDS = 1 << (PAGE_BITS - 6);
    private static final long[] NONE = {};

    private final long length;
    private final long[][] pages;

    /**
     * An empty set.
     *
     * @param length the length of the file in bytes
     */
    Offsets(long length) {
        this.length = length;
        this.pages = new long[Math.toIntExact((length >> PAGE_BITS) + 1)][];
        java.util.Arrays.fill(pages, NONE);
    }

    private static int page(long offset) {
        return (int) (offset >> PAGE_BITS);
    }

    private static int word(long offset) {
        return (int) (offset >> 6) & (WORDS - 1);
    }

    /** Puts a place of the file in the set. */
    void add(long offset) {
        var page = page(offset);
        if (pages[page].length == 0) pages[page] = new long[WORDS];
        pages[page][word(offset)] |= 1L << offset;
    }

    boolean contains(long offset) {
        if (offset < 0 || offset >= length) return false;
        var page = pages[page(offset)];
        return page.length > 0 && (page[word(offset)] & 1L << offset) != 0;
    }

    /** The first place of the set that is not before an offset; the file's length if none is. */
    long next(long offset) {
        var from = offset;
        while (from < length) {
            var page = pages[page(from)];
            if (page.length == 0) {
                from = (long) (page(from) + 1) << PAGE_BITS;
                continue;
            }
            var rest = page[word(from)] >>> from;
            if (rest != 0) return from + Long.numberOfTrailingZeros(rest);
            from = (from | 63) + 1;
        }
        return length;
    }
}
