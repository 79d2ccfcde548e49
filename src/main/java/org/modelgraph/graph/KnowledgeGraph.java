package org.modelgraph.graph;

import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.modelgraph.engine.Plans;
import org.modelgraph.engine.snapshot.Snapshots;
import org.modelgraph.problem.Problem;

import java.nio.file.Path;
import java.util.List;
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
 *       passes the fair gate of the {@link Connection}.
 * </ol>
 *
 * <p>One writer at a time, readers beside it, each reader on the state of its begin. A commit that
 * returned is on disk.
 */
public final class KnowledgeGraph implements AutoCloseable {
    private final Connection connection;
    private final DefaultGraph defaultGraph;
    private final Participants participants = new Participants();
    private final Upkeep upkeep;
    private final Context provided = new Context();
    private final Snapshots snapshots = new Snapshots();
    private final Plans plans = new Plans();
    private final KnownVersion known = new KnownVersion();
    private final SnapshotKeeper keeper = new SnapshotKeeper(this, snapshots);
    private final Commits commits;

    private KnowledgeGraph(Path directory, DefaultGraph defaultGraph) {
        this.connection = new Connection(directory);
        this.upkeep =
                new Upkeep(
                        connection,
                        work ->
                                read(view -> {
                                    work.accept(view);
                                    return view.version();
                                }));
        this.defaultGraph = defaultGraph;
        this.commits = new Commits(participants, upkeep, this::transact);
    }

    /**
     * Opens the store in a directory, or creates one there.
     *
     * @throws Problem where the directory is in use by another process or is no place for a store
     */
    public static KnowledgeGraph open(Path directory, DefaultGraph defaultGraph) {
        var graph = new KnowledgeGraph(directory, defaultGraph);
        if (graph.version().number() < 0)
            graph.connection.shared(dataset -> {
                graph.transact(dataset, target -> Ledger.of(target).put(Version.initial()));
                return true;
            });
        return graph;
    }

    /** Work that reads, and may fail in its own way. */
    @FunctionalInterface
    public interface Reading<T, X extends Exception> {
        T on(View view) throws X;
    }

    /** Runs work on one state of the store. */
    public <T, X extends Exception> T read(Reading<T, X> work) throws X {
        return connection.shared(dataset -> {
            dataset.begin(TxnType.READ);
            try {
                var version = known.of(dataset);
                return work.on(
                        new View(dataset, defaultGraph, version, provided, snapshots, plans));
            } finally {
                dataset.end();
            }
        });
    }

    /** Lets somebody take part in all writes from now on. */
    public void enlist(Participant participant) {
        participants.add(participant);
    }

    /** Lets all queries from now on find something in their context. */
    public void provide(Symbol symbol, Object value) {
        provided.set(symbol, value);
    }

    /** {@link #write(Attribution, Consumer)} on behalf of the program itself. */
    public Version write(Consumer<Overlay> work) {
        return write(Attribution.PROGRAM, work);
    }

    /**
     * Commits what the work and the participants change on the would-be state; if one of them
     * throws, nothing has happened. A work that changes nothing makes no new version.
     *
     * @return the version after the write
     */
    public Version write(Attribution by, Consumer<Overlay> work) {
        commits.settle();
        return alone(dataset -> {
            var staged = stage(dataset, by, work);
            var overlay = staged.overlay();
            var change = staged.change();
            if (change.isEmpty() && overlay.receipt().isEmpty()) return change.after();
            return commits.make(
                    dataset,
                    new Proposal(change, overlay.touched(), overlay.receipt()),
                    target -> overlay.apply(target, change));
        });
    }

    /**
     * Does all of a write but the commit, and returns what it would have changed.
     *
     * @throws Problem where the write would be refused
     */
    public Change rehearse(Attribution by, Consumer<Overlay> work) {
        return alone(dataset -> stage(dataset, by, work).change());
    }

    private record Staged(Overlay overlay, Change change) {}

    private Staged stage(DatasetGraph dataset, Attribution by, Consumer<Overlay> work) {
        dataset.begin(TxnType.READ);
        try {
            var overlay = new Overlay(dataset);
            work.accept(overlay);
            participants.stage(overlay, by);
            return new Staged(overlay, Change.of(Ledger.of(dataset).version(), by, overlay));
        } finally {
            dataset.end();
        }
    }

    /** {@link #load(Attribution, Consumer)} on behalf of the program itself. */
    public Version load(Consumer<BulkWrite> work) {
        return load(Attribution.PROGRAM, work);
    }

    /**
     * Commits, as one transaction, all that the work sends: for amounts that don't fit in memory.
     * If the work throws, nothing has happened, and the store is opened anew.
     */
    public Version load(Attribution by, Consumer<BulkWrite> work) {
        commits.settle();
        return alone(dataset -> commits.load(dataset, Change.streamed(version(), by), work));
    }

    /** From now on every commit of this store is published before it is made. */
    public void publish(Publication publication) {
        commits.publish(publication);
    }

    /** Commits, as one transaction, what was committed elsewhere; at least one commit. */
    public Version replay(List<Replayed> elsewhere) {
        return alone(dataset -> commits.replay(dataset, elsewhere));
    }

    /** The same with one commit that is too large to be held, whose changes the work sends. */
    public Version replay(Replayed elsewhere, Consumer<BulkWrite> work) {
        return alone(dataset -> commits.replay(dataset, elsewhere, work));
    }

    /** Runs work as the only writer; a store whose write failed is opened anew at once. */
    private <T> T alone(Connection.Work<T, RuntimeException> work) {
        try {
            return upkeep.asWriter(() -> connection.shared(work));
        } finally {
            connection.heal();
        }
    }

    private void transact(DatasetGraph dataset, Consumer<DatasetGraph> work) {
        dataset.begin(TxnType.WRITE);
        try {
            work.accept(dataset);
            dataset.commit();
        } catch (Throwable failure) {
            connection.suspect();
            abort(dataset, failure);
            if (DiskFull.isCause(failure)) throw DiskFull.problem(directory(), failure);
            throw failure;
        } finally {
            dataset.end();
        }
    }

    private static void abort(DatasetGraph dataset, Throwable failure) {
        try {
            dataset.abort();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** What keeps the files of this store in order. */
    public Upkeep upkeep() {
        return upkeep;
    }

    /** What holds the snapshot for the engine. */
    public SnapshotKeeper snapshots() {
        return keeper;
    }

    /** The version that a reader would see now. */
    public Version version() {
        return read(View::version);
    }

    /** Waits for running transactions, then closes the files. */
    @Override
    public void close() {
        keeper.close();
        connection.close();
    }

    /** The directory that holds the store. */
    public Path directory() {
        return connection.directory();
    }

    /** What a query that names no graph sees here. */
    public DefaultGraph defaultGraph() {
        return defaultGraph;
    }

    static {
        org.apache.jena.sys.JenaSystem.init();
    }
}
