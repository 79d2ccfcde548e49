package org.modelgraph.graph;

import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.modelgraph.engine.snapshot.Amendment;
import org.modelgraph.engine.snapshot.Snapshot;
import org.modelgraph.engine.snapshot.SnapshotBuilder;
import org.modelgraph.engine.snapshot.Snapshots;
import org.modelgraph.engine.snapshot.Snapshots.Kept;
import org.modelgraph.engine.snapshot.Storage;
import org.modelgraph.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps a snapshot of the newest version of a store, on a thread of its own: after a commit it is
 * amended, and where that would not do it is built anew. Until it is there, TDB2 answers.
 */
public final class SnapshotKeeper implements Participant, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SnapshotKeeper.class);
    private static final int FEW_TRIPLES = 20_000;
    private static final int SHARE = 20;

    private final KnowledgeGraph store;
    private final Snapshots snapshots;
    private final Touches touches = new Touches();
    private final AtomicBoolean due = new AtomicBoolean();
    private Optional<ExecutorService> worker = Optional.empty();
    private volatile long mostBytes;

    SnapshotKeeper(KnowledgeGraph store, Snapshots snapshots) {
        this.store = store;
        this.snapshots = snapshots;
    }

    /**
     * Begins to keep a snapshot; returns at once.
     *
     * @param most how large it may become, in bytes; 0 to keep none
     */
    public synchronized void start(long most) {
        mostBytes = most;
        if (most == 0 || worker.isPresent()) return;
        worker =
                Optional.of(
                        Executors.newSingleThreadExecutor(
                                Thread.ofPlatform().daemon().name("snapshot").factory()));
        store.enlist(this);
        snapshots.onMiss(this::refreshLater);
        refreshLater();
    }

    /** The room that the snapshot takes, in bytes; 0 where there is none. */
    public long bytes() {
        return snapshots.newest().map(k -> k.snapshot().bytes()).orElse(0L);
    }

    /** The version that the snapshot is of, if there is one. */
    public Optional<Long> version() {
        return snapshots.newest().map(Kept::version);
    }

    @Override
    public void committed(Change change) {
        touches.note(change);
        refreshLater();
    }

    private synchronized void refreshLater() {
        if (mostBytes > 0 && worker.isPresent() && !due.getAndSet(true))
            worker.get().execute(this::refresh);
    }

    private void refresh() {
        due.set(false);
        try {
            store.read(view -> {
                Storage.of(view.dataset())
                        .ifPresent(storage -> refresh(storage, view.version().number()));
                return true;
            });
        } catch (Problem e) {
            log.debug("The snapshot is not refreshed", e);
        } catch (RuntimeException | OutOfMemoryError e) {
            log.error("The snapshot can't be kept; TDB2 answers", e);
            mostBytes = 0;
            snapshots.drop();
        }
    }

    private void refresh(Storage storage, long version) {
        var newest = snapshots.newest();
        if (newest.filter(k -> k.isOf(storage, version)).isPresent()) return;
        var before = newest.filter(k -> k.storage().equals(storage)).map(Kept::snapshot);
        var touched = before.flatMap(_ -> touches.upTo(version)).filter(t -> isFew(t, before));
        if (before.isPresent() && touched.isPresent()) {
            var amended = Amendment.of(before.get(), storage, touched.get());
            keep(new Kept(storage, version, amended));
        } else if (before.isEmpty() || touches.isComplete(version)) {
            build(storage, version);
        }
    }

    private static boolean isFew(Collection<Triple> touched, Optional<Snapshot> before) {
        var most = before.map(s -> s.triples() / SHARE).orElse(0L) + FEW_TRIPLES;
        return touched.size() + before.map(Snapshot::additions).orElse(0) <= most;
    }

    private void build(Storage storage, long version) {
        var begin = System.nanoTime();
        var built =
                new SnapshotBuilder(storage, mostBytes, store.upkeep()::requireUndisturbed).build();
        if (built.isEmpty()) {
            log.info("The snapshot would take more than {} MiB; TDB2 answers", mostBytes >> 20);
            mostBytes = 0;
            snapshots.drop();
            return;
        }
        keep(new Kept(storage, version, built.get()));
        log.info(
                "Built a snapshot of {} triples in {} MiB and {} ms",
                built.get().triples(),
                built.get().bytes() >> 20,
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    private void keep(Kept kept) {
        snapshots.keep(kept);
        touches.forget(kept.version());
    }

    /** Ends the thread; a build that runs ends with the store. */
    @Override
    public synchronized void close() {
        mostBytes = 0;
        worker.ifPresent(ExecutorService::shutdown);
        worker = Optional.empty();
    }

    /** The triples of a change, whatever graphs they stand in. */
    static Collection<Triple> triples(Collection<Quad> quads) {
        return quads.stream().map(Quad::asTriple).toList();
    }
}
