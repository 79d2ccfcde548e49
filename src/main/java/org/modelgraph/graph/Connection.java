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
    private volatile boolean closed;

    Connection(Path directory) {
        this.directory = directory;
        this.dataset = StoreFiles.connect(directory);
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
        try {
            if (lock.tryLock(PATIENCE.toMillis(), MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Problem.of(
                        Problem.Kind.BUSY,
                        "Waited " + PATIENCE.toSeconds() + " s in vain for " + obstacle + ".")
                .hint("Try again later.");
    }

    /** Waits for running transactions, then closes the files. */
    @Override
    public void close() {
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
