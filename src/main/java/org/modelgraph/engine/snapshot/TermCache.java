package org.modelgraph.engine.snapshot;

import org.apache.jena.graph.Node;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/**
 * The terms of numbers that were made once, for all queries: a place for each of the first million
 * numbers, in pages that are made when they are needed. Outlives amendments, which change no
 * number.
 */
final class TermCache {
    private static final int MOST = 1 << 20;
    private static final int PAGE_BITS = 10;
    private static final int IN_PAGE = (1 << PAGE_BITS) - 1;

    private final AtomicReferenceArray<AtomicReferenceArray<Node>> pages =
            new AtomicReferenceArray<>(MOST >> PAGE_BITS);

    /** The term of a number, from the source where it is not there. */
    Node of(int number, IntFunction<Node> source) {
        if (number >= MOST) return source.apply(number);
        var page = page(number >> PAGE_BITS);
        var kept = page.getAcquire(number & IN_PAGE);
        if (kept != null) return kept;
        var made = source.apply(number);
        page.setRelease(number & IN_PAGE, made);
        return made;
    }

    private AtomicReferenceArray<Node> page(int place) {
        var page = pages.getAcquire(place);
        if (page != null) return page;
        var fresh = new AtomicReferenceArray<Node>(IN_PAGE + 1);
        return pages.compareAndSet(place, null, fresh) ? fresh : pages.getAcquire(place);
    }
}
