package org.modelgraph.graph;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.modelgraph.engine.snapshot.Amendment;
import org.modelgraph.engine.snapshot.Snapshot;
import org.modelgraph.engine.snapshot.Snapshots;
import org.modelgraph.engine.snapshot.Snapshots.Kept;
import org.modelgraph.engine.snapshot.Storage;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Carries the newest snapshot over from version to version by what commits touched, one at a time:
 * each version comes of the newest before it. All of it is done in a transaction of the caller's.
 */
final class SnapshotLineage {
    /** What a reader does before its query; some ten microseconds a quad. */
    private static final int FEW_QUADS = 500;

    private static final int MANY_QUADS = 20_000;
    private static final int SHARE = 20;
    private static final long PATIENCE_MILLIS = 10;

    private final Snapshots snapshots;
    private final Touches touches = new Touches();
    private final ReentrantLock lock = new ReentrantLock();
    private long building = Long.MAX_VALUE;

    SnapshotLineage(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    void note(Change change) {
        touches.note(change);
    }

    /** The snapshot of a version, where it takes a reader no more than some milliseconds. */
    Optional<Snapshot> next(Storage storage, long version) {
        if (!isLocked()) return Optional.empty();
        try {
            return next(storage, version, FEW_QUADS);
        } finally {
            lock.unlock();
        }
    }

    private boolean isLocked() {
        try {
            return lock.tryLock(PATIENCE_MILLIS, MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<Snapshot> next(Storage storage, long version, int most) {
        var newest = newest(storage).filter(k -> k.version() <= version);
        if (newest.isEmpty()) return Optional.empty();
        if (newest.get().version() == version) return newest.map(Kept::snapshot);
        var before = newest.get().snapshot();
        return touches.between(newest.get().version(), version, most)
                .map(touched -> {
                    var after = Amendment.of(before, storage, touched);
                    keep(new Kept(storage, version, after));
                    return after;
                });
    }

    private Optional<Kept> newest(Storage storage) {
        return snapshots.newest().filter(k -> k.storage().equals(storage));
    }

    private void keep(Kept snapshot) {
        snapshots.keep(snapshot);
        touches.forget(Math.min(snapshot.version(), building));
    }

    /** Follows to a version; false where that would take more than building anew. */
    boolean isFollowed(Storage storage, long version) {
        lock.lock();
        try {
            var newest = newest(storage).map(Kept::snapshot);
            if (newest.isEmpty() || isWornOut(newest.get(), storage)) return false;
            if (newest(storage).filter(k -> k.version() > version).isPresent()) return true;
            return next(storage, version, most(newest.get())).isPresent()
                    || !touches.isComplete(version);
        } finally {
            lock.unlock();
        }
    }

    private static int most(Snapshot snapshot) {
        return (int) Math.min(Integer.MAX_VALUE, snapshot.triples() / SHARE + MANY_QUADS);
    }

    /** True of a snapshot that a new one would be better than. */
    private static boolean isWornOut(Snapshot snapshot, Storage storage) {
        return snapshot.additions() > most(snapshot)
                || snapshot.knowsGraphs() != storage.isDefaultGraphEmpty();
    }

    /** Remembers what is touched from a version on, of which a snapshot is being built. */
    void begin(long version) {
        lock.lock();
        try {
            building = version;
        } finally {
            lock.unlock();
        }
    }

    /** Goes on from a snapshot that has been built. */
    void replace(Kept built) {
        lock.lock();
        try {
            snapshots.keep(built);
            building = Long.MAX_VALUE;
        } finally {
            lock.unlock();
        }
    }

    /** Builds the predicates anew of which much has changed; readers go on between two of them. */
    void rebuildOvergrown() {
        while (rebuildsOne()) Thread.onSpinWait();
    }

    private boolean rebuildsOne() {
        lock.lock();
        try {
            var newest = snapshots.newest();
            var predicate =
                    newest.stream().flatMap(k -> k.snapshot().overgrown().stream()).findFirst();
            if (predicate.isEmpty()) return false;
            newest.ifPresent(k ->
                    snapshots.keep(
                            new Kept(
                                    k.storage(),
                                    k.version(),
                                    k.snapshot().rebuilt(predicate.get()))));
            return true;
        } finally {
            lock.unlock();
        }
    }
}
