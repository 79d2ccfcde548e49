package org.modelgraph.maintenance;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Keeps writers from growing a store faster than it is compacted. Between two measurements of its
 * files the room is told from the number of commits, each of which takes about as much as those
 * before it; where it passes a mark the keeper is woken, and at the next mark each writer waits for
 * it a while, before it takes its turn.
 */
final class Pace {
    /** A commit of one quad, before there is a measurement, in bytes. */
    private static final double FIRST = 200 << 10;

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int MANY = 32;

    private long size;
    private long measured;
    private long newest;
    private double each = FIRST;
    private Marks marks = Marks.NONE;
    private boolean woken;
    private boolean ended;

    /**
     * Where something is done, in bytes.
     *
     * @param wake above this the keeper is woken
     * @param hold above this writers wait
     */
    record Marks(long wake, long hold) {
        static final Marks NONE = new Marks(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    private double estimate() {
        return size + (newest - measured) * each;
    }

    /** Is told of a commit by the number of its version. */
    synchronized void committed(long version) {
        newest = version;
        if (woken || estimate() <= marks.wake()) return;
        woken = true;
        notifyAll();
    }

    /** Waits, two seconds at most, where the store is too far ahead of its keeper. */
    synchronized void hold() {
        await(() -> estimate() > marks.hold(), LONGEST);
    }

    /**
     * Rests until there is something to look at, or for so long.
     *
     * @return false when it is over
     */
    synchronized boolean rest(Duration beat) {
        await(() -> !woken, beat);
        woken = false;
        return !ended && !Thread.currentThread().isInterrupted();
    }

    private synchronized void await(BooleanSupplier held, Duration longest) {
        var end = System.nanoTime() + longest.toNanos();
        try {
            while (!ended && held.getAsBoolean()) {
                var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) return;
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Learns what the files take at a version, and the marks that hold from now on. */
    synchronized void measured(long bytes, long version, Marks next) {
        var commits = version - measured;
        if (bytes > size && commits >= MANY) each = (each + (double) (bytes - size) / commits) / 2;
        compacted(bytes, version, next);
    }

    /** Learns what the files take after a compaction that had come to a version. */
    synchronized void compacted(long bytes, long version, Marks next) {
        size = bytes;
        measured = version;
        newest = Math.max(newest, version);
        marks = next;
        notifyAll();
    }

    /** Lets writers go on until the next measurement. */
    synchronized void free() {
        marks = Marks.NONE;
        notifyAll();
    }

    /** From now on nobody waits. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }
}
