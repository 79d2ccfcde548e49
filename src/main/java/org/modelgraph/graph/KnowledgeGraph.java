package org.modelgraph.graph;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.modelgraph.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

/**
 * The store: a TDB2 dataset on disk, and the only place where transactions begin and end.
 *
 * <p><b>What TDB2 6.0.0 forces.</b>
 *
 * <ol>
 *   <li>A large write that is rolled back leaves a gap in the node table, and the next write makes
 *       the whole store unreadable (apache/jena#3877). So an ordinary write is first done on an
 *       {@link Overlay} in memory and touches TDB2 only when nothing can be refused any more; and
 *       where a write transaction fails all the same, the store is marked suspect, closed and
 *       opened again before anybody else gets in. Opening recovers the committed state.
 *   <li>A thread interrupted inside a write transaction blocks all later writers for ever. So
 *       nothing here interrupts; queries are stopped by aborting their execution.
 *   <li>Compaction hangs while a reader spans its end (apache/jena#3488). So every transaction
 *       holds the shared side of a fair gate, and whoever replaces the files holds the exclusive
 *       side.
 * </ol>
 *
 * <p>One writer at a time, readers beside it, each reader on the state of its begin. A commit that
 * returned is on disk.
 */
public final class KnowledgeGraph implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KnowledgeGraph.class);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final DefaultGraph defaultGraph;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final ReentrantLock writer = new ReentrantLock(true);
    private volatile DatasetGraph dataset;
    private volatile boolean suspect;
    private volatile boolean closed;

    private KnowledgeGraph(Path directory, DefaultGraph defaultGraph) {
        this.directory = directory;
        this.defaultGraph = defaultGraph;
        this.dataset = StoreFiles.connect(directory);
    }

    /**
     * Opens the store in a directory, or creates one there.
     *
     * @throws Problem where the directory is in use by another process or is no place for a store
     */
    public static KnowledgeGraph open(Path directory, DefaultGraph defaultGraph) {
        var graph = new KnowledgeGraph(directory, defaultGraph);
        if (graph.read(view -> view.version().number() < 0))
            graph.commit(_ -> {}, Version.initial());
        return graph;
    }

    /** Work that reads, and may fail in its own way. */
    @FunctionalInterface
    public interface Reading<T, X extends Exception> {
        T on(View view) throws X;
    }

    /** Runs work on one state of the store. */
    public <T, X extends Exception> T read(Reading<T, X> work) throws X {
        enter();
        try {
            var current = dataset;
            current.begin(TxnType.READ);
            try {
                return work.on(new View(current, defaultGraph, Ledger.of(current).version()));
            } finally {
                current.end();
            }
        } finally {
            gate.readLock().unlock();
        }
    }

    /**
     * Commits what the work changes on the would-be state; if the work throws, nothing has
     * happened. A work that changes nothing makes no new version.
     *
     * @return the version after the write
     */
    public Version write(Consumer<Overlay> work) {
        lock(writer, "another write");
        try {
            enter();
            try {
                var staged = stage(work);
                if (staged.leavesNothing()) return staged.version();
                return commit(staged::apply, staged.version());
            } finally {
                gate.readLock().unlock();
            }
        } finally {
            writer.unlock();
        }
    }

    private record Staged(Overlay changes, boolean leavesNothing, Version version) {
        void apply(DatasetGraph target) {
            changes.apply(target, version);
        }
    }

    private Staged stage(Consumer<Overlay> work) {
        var current = dataset;
        current.begin(TxnType.READ);
        try {
            var overlay = new Overlay(current);
            work.accept(overlay);
            var unchanged = overlay.changesNothing();
            var version =
                    unchanged ? Ledger.of(current).version() : Ledger.of(current).version().next();
            return new Staged(overlay, unchanged && !overlay.isRemembered(), version);
        } finally {
            current.end();
        }
    }

    /**
     * Commits, as one transaction, all that the work sends: for amounts that don't fit in memory.
     * If the work throws, nothing has happened, and the store is opened anew.
     */
    public Version load(Consumer<StreamRDF> work) {
        lock(writer, "another write");
        try {
            var version = version().next();
            enter();
            try {
                return commit(target -> load(work, target, version), version);
            } finally {
                gate.readLock().unlock();
            }
        } finally {
            writer.unlock();
            if (suspect) heal();
        }
    }

    private static void load(Consumer<StreamRDF> work, DatasetGraph target, Version version) {
        work.accept(StreamRDFLib.dataset(target));
        Ledger.of(target).putAllChanged(version);
    }

    private Version commit(Consumer<DatasetGraph> work, Version version) {
        var current = dataset;
        current.begin(TxnType.WRITE);
        try {
            work.accept(current);
            Ledger.of(current).put(version);
            current.commit();
            return version;
        } catch (Throwable failure) {
            suspect = true;
            abort(current, failure);
            throw failure;
        } finally {
            current.end();
        }
    }

    private static void abort(DatasetGraph dataset, Throwable failure) {
        try {
            dataset.abort();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** The version that a reader would see now. */
    public Version version() {
        return read(View::version);
    }

    /** Takes the shared side of the gate, on a store that is sound. */
    private void enter() {
        while (true) {
            lock(gate.readLock(), "maintenance of the store");
            if (closed) {
                gate.readLock().unlock();
                throw Problem.of(Problem.Kind.NOT_READY, "The store is closed.");
            }
            if (!suspect) return;
            gate.readLock().unlock();
            heal();
        }
    }

    /** Closes and opens a suspect store, alone. */
    private void heal() {
        lock(gate.writeLock(), "queries that are still running");
        try {
            if (!suspect || closed) return;
            log.warn("A write to {} failed; the store is opened anew", directory);
            TDBInternal.expel(dataset, true);
            dataset = StoreFiles.connect(directory);
            suspect = false;
        } finally {
            gate.writeLock().unlock();
        }
    }

    private static void lock(Lock lock, String obstacle) {
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

    /** The directory that holds the store. */
    public Path directory() {
        return directory;
    }

    /** What a query that names no graph sees here. */
    public DefaultGraph defaultGraph() {
        return defaultGraph;
    }

    static {
        org.apache.jena.sys.JenaSystem.init();
    }
}
