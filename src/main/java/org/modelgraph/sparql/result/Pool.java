package org.modelgraph.sparql.result;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;

/**
 * Things that are dear to make and used by one answer at a time.
 *
 * @param <T> what is lent
 */
final class Pool<T> {
    private static final int MOST = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    private final ArrayBlockingQueue<T> free = new ArrayBlockingQueue<>(MOST);
    private final Supplier<T> maker;

    Pool(Supplier<T> maker) {
        this.maker = maker;
    }

    T take() {
        return Optional.ofNullable(free.poll()).orElseGet(maker);
    }

    /** Gives one back; where enough are there, it is let go. */
    void give(T thing) {
        var _ = free.offer(thing);
    }
}
