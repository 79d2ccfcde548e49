package org.modelgraph.sparql.bound;

import com.sun.management.ThreadMXBean;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Looks at all evaluations that run in this process and stops one that takes longer than it may, up
 * to a fiftieth of a second late; one that allocates more than its share; and, where the memory
 * that is left after a collection runs short, the one that allocated most. The others go on. Jena's
 * own timer does not reach a sort, and wakes a thread for each query.
 */
public final class Watch {
    /** The watch of this process: memory is the process's, so there is one. */
    public static final Watch OF_PROCESS = new Watch();

    private static final Logger log = LoggerFactory.getLogger(Watch.class);
    private static final long LOOK_MILLIS = 20;
    private static final int LOOKS_BEFORE_MEMORY = 5;
    private static final double SHORT_OF_MEMORY = 0.85;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final List<MemoryPoolMXBean> POOLS =
            ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(p -> p.getType() == MemoryType.HEAP && p.getCollectionUsage() != null)
                    .toList();

    private static final ThreadLocal<@Nullable Watched> LAST = new ThreadLocal<>();

    private final Set<Watched> running = ConcurrentHashMap.newKeySet();
    private volatile long allowance = Long.MAX_VALUE;

    private Watch() {
        Thread.ofPlatform().daemon().name("watch").start(this::look);
    }

    /**
     * Sets how much one evaluation may allocate over its whole run.
     *
     * @param bytes counted as allocated, not as held: most of it is free again at once
     */
    public void allow(long bytes) {
        allowance = bytes;
    }

    /** Why an evaluation was stopped. */
    public enum Reason {
        /** It took longer than it may. */
        TIME,
        /** It allocated more than one evaluation may. */
        ALLOCATION,
        /** Memory ran short, and it was the largest. */
        SHORTAGE,
        /** Whoever asked for it wants it no more. */
        ASKED,
        /** The process ends. */
        END
    }

    /** An evaluation under watch, until it is closed; belongs to the thread that began it. */
    public static final class Watched implements AutoCloseable {
        private final Watch watch;
        private final long thread = Thread.currentThread().threadId();
        private final long before = allocated();
        private final long begin = System.nanoTime();
        private final Duration limit;
        private final Runnable stop;
        private volatile Optional<Reason> stopped = Optional.empty();

        private Watched(Watch watch, Duration limit, Runnable stop) {
            this.watch = watch;
            this.limit = limit;
            this.stop = stop;
        }

        /** How many bytes it has allocated; 0 where the platform does not tell. */
        public long allocatedBytes() {
            return Math.max(0, allocated() - before);
        }

        private long allocated() {
            return THREADS.getThreadAllocatedBytes(thread);
        }

        /** Stops it, if nobody has. */
        public void stop(Reason reason) {
            if (stopped.isPresent()) return;
            stopped = Optional.of(reason);
            try {
                stop.run();
            } catch (RuntimeException e) {
                log.warn("An evaluation failed while it was told to stop", e);
            }
        }

        private boolean isOverdue() {
            return System.nanoTime() - begin >= limit.toNanos();
        }

        /** Why the watch stopped it, if it did. */
        public Optional<Reason> stopped() {
            return stopped;
        }

        @Override
        public void close() {
            watch.running.remove(this);
        }
    }

    /**
     * Begins to watch an evaluation that runs on this thread.
     *
     * @param limit how long it may take
     * @param stop tells it to stop; called from another thread, at most once
     */
    public Watched begin(Duration limit, Runnable stop) {
        var watched = new Watched(this, limit, stop);
        running.add(watched);
        LAST.set(watched);
        return watched;
    }

    /** Why the last evaluation of this thread was stopped, if the watch stopped it. */
    public static Optional<Reason> lastStop() {
        return Optional.ofNullable(LAST.get()).flatMap(Watched::stopped);
    }

    /** True where the last evaluation of this thread has taken longer than it may. */
    public static boolean lastIsOverdue() {
        return Optional.ofNullable(LAST.get()).filter(Watched::isOverdue).isPresent();
    }

    /**
     * Stops all evaluations, because the process ends. Threads are not interrupted, since that
     * would close the store's files.
     */
    public void stopAll() {
        running.forEach(watched -> watched.stop(Reason.END));
    }

    private void look() {
        for (var looks = 0; ; looks = (looks + 1) % LOOKS_BEFORE_MEMORY) {
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            if (running.isEmpty()) continue;
            lookAtTime();
            if (looks == 0) lookAtMemory();
        }
    }

    private void lookAtTime() {
        for (var watched : running) if (watched.isOverdue()) watched.stop(Reason.TIME);
    }

    private void lookAtMemory() {
        for (var watched : running)
            if (watched.allocatedBytes() > allowance) watched.stop(Reason.ALLOCATION);
        if (isShort())
            running.stream()
                    .filter(w -> w.stopped().isEmpty())
                    .max(Comparator.comparingLong(Watched::allocatedBytes))
                    .ifPresent(w -> w.stop(Reason.SHORTAGE));
    }

    /** True where little is left of the heap although it has just been collected. */
    private static boolean isShort() {
        var left = 0L;
        for (var pool : POOLS) left += pool.getCollectionUsage().getUsed();
        return left > SHORT_OF_MEMORY * Runtime.getRuntime().maxMemory();
    }
}
