package org.modelgraph.graph;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.modelgraph.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.UnaryOperator;

/**
 * The open files of a store behind a fair gate: every transaction holds the shared side, and
 * whoever closes, replaces or reopens the files holds the other side, alone.
 */
final class Connection implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Connection.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
    private volatile DatasetGraph dataset;
    private volatile boolean suspect;
    private volatile boolean closing;
    private volatile boolean closed;

    /** Opens the files, and removes the orphans of a sudden end. */
    Connection(Path directory) {
        this.directory = directory;
        this.dataset = StoreFiles.connect(directory);
        Generations.removeOrphans(directory);
    }

    Path directory() {
        return directory;
    }

    /** Work on the open files. */
    @FunctionalInterface
    interface Work<T, X extends Exception> {
        T on(DatasetGraph dataset) throws X;
    }

    /** Does work beside others, on a store that is sound; the work begins its own transaction. */
    <T, X extends Exception> T shared(Work<T, X> work) throws X {
        enter();
        try {
            return work.on(dataset);
        } finally {
            gate.readLock().unlock();
        }
    }

    /**
     * Does work with nobody else inside: it may close the files, and returns what is open
     * afterwards.
     */
    void alone(UnaryOperator<DatasetGraph> work) {
        lock(gate.writeLock(), "queries that are still running");
        try {
            if (closed) throw isClosed();
            dataset = work.apply(dataset);
        } finally {
            gate.writeLock().unlock();
        }
    }

    /**
     * Does work with nobody else inside, if the others leave in time; newcomers wait meanwhile.
     *
     * @return false where it was not done
     */
    boolean tryAlone(Duration patience, UnaryOperator<DatasetGraph> work) {
        if (!acquired(gate.writeLock(), patience)) return false;
        try {
            if (closed) throw isClosed();
            if (suspect) return false;
            dataset = work.apply(dataset);
            return true;
        } finally {
            gate.writeLock().unlock();
        }
    }

    /**
     * Lets long work go on.
     *
     * @throws Problem where it holds up others that close the store or open it anew
     */
    void requireUndisturbed() {
        if (closing || closed) throw isClosed();
        if (suspect)
            throw Problem.of(
                            Problem.Kind.BUSY,
                            "A write failed, and the store has to be opened anew.")
                    .hint("Try again.");
    }

    /** Says that a write transaction failed: the files are opened anew before they are used. */
    void suspect() {
        suspect = true;
    }

    private void enter() {
        while (true) {
            lock(gate.readLock(), "maintenance of the store");
            if (closed) {
                gate.readLock().unlock();
                throw isClosed();
            }
            if (!suspect) return;
            gate.readLock().unlock();
            heal();
        }
    }

    private static Problem isClosed() {
        return Problem.of(Problem.Kind.NOT_READY, "The store is closed.");
    }

    /** Opens the files of a suspect store anew; does nothing to a sound one. */
    void heal() {
        if (!suspect || closed) return;
        alone(open -> {
            if (!suspect) return open;
            log.warn("A write to {} failed; the store is opened anew", directory);
            TDBInternal.expel(open, true);
            var fresh = StoreFiles.connect(directory);
            suspect = false;
            return fresh;
        });
    }

    static void lock(Lock lock, String obstacle) {
        if (acquired(lock, PATIENCE)) return;
        throw Problem.of(
                        Problem.Kind.BUSY,
                        "Waited " + PATIENCE.toSeconds() + " s in vain for " + obstacle + ".")
                .hint("Try again later.");
    }

    private static boolean acquired(Lock lock, Duration patience) {
        try {
            return lock.tryLock(patience.toMillis(), MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits for running transactions, then closes the files. */
    @Override
    public void close() {
        closing = true;
        lock(gate.writeLock(), "queries that are still running");
        try {
            if (closed) return;
            closed = true;
            TDBInternal.expel(dataset, true);
        } finally {
            gate.writeLock().unlock();
        }
    }
}
