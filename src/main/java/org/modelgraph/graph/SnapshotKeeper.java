package org.modelgraph.graph;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.modelgraph.engine.snapshot.Snapshot;
import org.modelgraph.engine.snapshot.SnapshotBuilder;
import org.modelgraph.engine.snapshot.Snapshots;
import org.modelgraph.engine.snapshot.Snapshots.Kept;
import org.modelgraph.engine.snapshot.Storage;
import org.modelgraph.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps a snapshot of a store. The first reader after a small commit carries it over by what the
 * commit touched; a thread of its own does what takes longer: it follows large commits, builds anew
 * the predicates of which much has changed, and where that would not do it builds all anew. Until
 * then TDB2 answers.
 */
public final class SnapshotKeeper implements Participant, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SnapshotKeeper.class);
    private static final long MILLIS_AFTER_A_COMMIT = 50;

    private final KnowledgeGraph store;
    private final Snapshots snapshots;
    private final SnapshotLineage lineage;
    private final Surplus surplus = new Surplus();
    private final AtomicBoolean due = new AtomicBoolean();
    private Optional<ExecutorService> worker = Optional.empty();
    private volatile long mostBytes;

    SnapshotKeeper(KnowledgeGraph store, Snapshots snapshots) {
        this.store = store;
        this.snapshots = snapshots;
        this.lineage = new SnapshotLineage(snapshots);
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
        snapshots.follow(this::follow);
        refreshIn(0);
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
        lineage.note(change);
        surplus.note(change);
        refreshIn(MILLIS_AFTER_A_COMMIT);
    }

    private Optional<Snapshot> follow(Storage storage, long version) {
        if (mostBytes == 0) return Optional.empty();
        try {
            var next = lineage.next(storage, version);
            if (next.isEmpty()) refreshIn(0);
            return next;
        } catch (RuntimeException e) {
            giveUp(e);
            return Optional.empty();
        }
    }

    private synchronized void refreshIn(long millis) {
        if (mostBytes > 0 && surplus.isGone() && worker.isPresent() && !due.getAndSet(true))
            CompletableFuture.delayedExecutor(millis, MILLISECONDS, worker.get())
                    .execute(this::refresh);
    }

    private void refresh() {
        due.set(false);
        try {
            reading(this::bringUp);
            lineage.rebuildOvergrown();
            snapshots.newest().ifPresent(k -> requireRoom(k.snapshot().surplus(mostBytes)));
        } catch (Problem e) {
            log.debug("The snapshot is not refreshed", e);
        } catch (RuntimeException | OutOfMemoryError e) {
            giveUp(e);
        }
    }

    private interface Refreshing {
        void of(Storage storage, long version);
    }

    private void reading(Refreshing work) {
        store.read(view -> {
            Storage.of(view.dataset())
                    .ifPresent(storage -> work.of(storage, view.version().number()));
            return true;
        });
    }

    private void bringUp(Storage storage, long version) {
        if (!lineage.isFollowed(storage, version)) build(storage, version);
    }

    private void build(Storage storage, long version) {
        var begin = System.nanoTime();
        lineage.begin(version);
        var builder = new SnapshotBuilder(storage, mostBytes, store.upkeep()::requireUndisturbed);
        var built = builder.build();
        requireRoom(builder.surplus());
        if (built.isEmpty()) return;
        lineage.replace(new Kept(storage, version, built.get()));
        log.info(
                "Built a snapshot of {} triples in {} MiB and {} ms",
                built.get().triples(),
                built.get().bytes() >> 20,
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    /** Drops a snapshot that is too large, until commits have made the graph smaller. */
    private void requireRoom(long triplesTooMany) {
        if (triplesTooMany == 0) return;
        log.info(
                "The snapshot would take more than {} MiB; TDB2 answers until some {} triples"
                        + " have gone",
                mostBytes >> 20,
                triplesTooMany);
        surplus.await(triplesTooMany);
        snapshots.drop();
    }

    private void giveUp(Throwable cause) {
        log.error("The snapshot can't be kept; TDB2 answers", cause);
        mostBytes = 0;
        snapshots.drop();
    }

    /** Ends the thread; a build that runs ends with the store. */
    @Override
    public synchronized void close() {
        mostBytes = 0;
        worker.ifPresent(ExecutorService::shutdown);
        worker = Optional.empty();
    }
}
