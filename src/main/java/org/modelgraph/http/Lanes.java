package org.modelgraph.http;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lanes on which the work of a server is done, each with places of its own, so that one kind of
 * work does not wait for another.
 */
final class Lanes implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration DRAIN = Duration.ofSeconds(12);
    private static final Duration ABORT = Duration.ofSeconds(4);
    private static final long BEAT_MILLIS = 50;

    private final Admission queries;
    private final Admission remote;
    private final Admission quick;
    private final Admission writes;

    /**
     * The lanes of a server.
     *
     * @param parallel how many queries run at a time, and as many again that call other servers
     */
    Lanes(int parallel) {
        queries = new Admission("queries", parallel, 32, PATIENCE);
        remote = new Admission("remote queries", parallel, 32, PATIENCE);
        quick = new Admission("quick reads", 8, 256, PATIENCE);
        writes = new Admission("writes", 1, 100, Duration.ofSeconds(30));
    }

    /** Lanes of other sizes, for a server whose queries call no others. */
    Lanes(Admission queries, Admission quick, Admission writes) {
        this.queries = queries;
        this.remote = queries;
        this.quick = quick;
        this.writes = writes;
    }

    Admission queries() {
        return queries;
    }

    /** For queries that call other servers, and mostly wait for them. */
    Admission remote() {
        return remote;
    }

    /** For pages and look-ups. */
    Admission quick() {
        return quick;
    }

    Admission writes() {
        return writes;
    }

    /** All of them. */
    List<Admission> all() {
        return Stream.of(queries, remote, quick, writes).distinct().toList();
    }

    /** True where nothing is at work and nothing waits. */
    boolean isIdle() {
        return all().stream().allMatch(Admission::isIdle);
    }

    /**
     * Lets running work end, for 12 s; then stops it and waits for its end, for 4 s.
     *
     * @param stop ends what runs on
     */
    void drain(Runnable stop) {
        awaitIdle(DRAIN);
        if (isIdle()) return;
        stop.run();
        awaitIdle(ABORT);
    }

    private void awaitIdle(Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        try {
            while (!isIdle() && System.nanoTime() < end) Thread.sleep(BEAT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes nothing new and waits a little for what runs. */
    @Override
    public void close() {
        all().forEach(Admission::close);
    }
}
