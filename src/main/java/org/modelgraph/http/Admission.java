package org.modelgraph.http;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.modelgraph.problem.Problem;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * One lane on which work on the store is done: a bounded number of threads with deep stacks, a
 * bounded queue before them that serves clients in turn, and a bounded wait in it. Its threads are
 * never interrupted, because an interrupted thread would close the store's files under everybody
 * (see {@link org.modelgraph.graph.KnowledgeGraph}).
 */
final class Admission implements AutoCloseable {
    /**
     * Property paths and nested patterns recurse; a default stack overflows at a depth of some
     * thousands.
     */
    private static final long STACK_BYTES = 64L << 20;

    private static final Duration DRAIN = Duration.ofMillis(1500);

    private final String name;
    private final Duration patience;
    private final int queue;
    private final ThreadPoolExecutor threads;

    /**
     * A lane.
     *
     * @param name what it is for, as told to clients that must wait
     * @param parallel how much is done at a time
     * @param queue how many may wait
     * @param patience how long one may wait
     */
    Admission(String name, int parallel, int queue, Duration patience) {
        this.name = name;
        this.patience = patience;
        this.queue = queue;
        this.threads =
                new ThreadPoolExecutor(
                        parallel,
                        parallel,
                        1,
                        MILLISECONDS,
                        new FairQueue(queue),
                        work -> new Thread(null, work, name, STACK_BYTES));
    }

    /**
     * Does work on this lane and waits for its end.
     *
     * @throws Problem of kind {@link Problem.Kind#BUSY} where no place was free in time
     */
    <T> T run(Callable<T> work) {
        return run("", work);
    }

    /**
     * Does work of a client on this lane, in turn with that of others, and waits for its end.
     *
     * @throws Problem of kind {@link Problem.Kind#BUSY} where no place was free in time
     */
    <T> T run(String client, Callable<T> work) {
        var started = new CountDownLatch(1);
        var task =
                new Task<>(
                        client,
                        () -> {
                            started.countDown();
                            return work.call();
                        });
        try {
            threads.execute(task);
            if (!started.await(patience.toMillis(), MILLISECONDS) && threads.remove(task))
                throw busy();
            return task.get();
        } catch (RejectedExecutionException e) {
            throw busy().causedBy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy().causedBy(e);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause() == null ? e : e.getCause());
        }
    }

    private static final class Task<T> extends FutureTask<T> implements FairQueue.Owned {
        private final String client;

        Task(String client, Callable<T> work) {
            super(RequestId.carried(work));
            this.client = client;
        }

        @Override
        public String owner() {
            return client;
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof RuntimeException e) return e;
        return Problem.of(Problem.Kind.INTERNAL, "The work failed on the server.").causedBy(cause);
    }

    private Problem busy() {
        return Problem.of(Problem.Kind.BUSY, "All places for " + name + " are taken.")
                .hint("Try again in a few seconds.");
    }

    String name() {
        return name;
    }

    /** True where nothing is at work and nothing waits. */
    boolean isIdle() {
        return active() == 0 && waiting() == 0;
    }

    /** How much is done at a time. */
    int parallel() {
        return threads.getCorePoolSize();
    }

    /** How many may wait. */
    int queue() {
        return queue;
    }

    /** How long one may wait. */
    Duration patience() {
        return patience;
    }

    /** How many wait now. */
    int waiting() {
        return threads.getQueue().size();
    }

    /** How many are at work now. */
    int active() {
        return threads.getActiveCount();
    }

    /** Takes nothing new and waits for what runs. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(DRAIN.toMillis(), MILLISECONDS))
                org.slf4j.LoggerFactory.getLogger(Admission.class)
                        .warn("{} still at work after {}", name, DRAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
