package org.modelgraph.engine.snapshot;

import java.util.Optional;

/**
 * The newest snapshot of a store. A reader gets it only where it is of the very version that the
 * reader's transaction sees; else the reader is answered by TDB2.
 */
public final class Snapshots {
    private volatile Optional<Kept> kept = Optional.empty();
    private volatile Runnable wanted = () -> {};

    /**
     * A snapshot and what it is of.
     *
     * @param version the number of the version
     */
    public record Kept(Storage storage, long version, Snapshot snapshot) {
        /** True where it is of this version of this storage. */
        public boolean isOf(Storage other, long number) {
            return version == number && storage.equals(other);
        }
    }

    /** Lets somebody know whenever a reader asks for a snapshot that is not there. */
    public void onMiss(Runnable listener) {
        wanted = listener;
    }

    /** Takes a snapshot in the place of the one before. */
    public void keep(Kept snapshot) {
        kept = Optional.of(snapshot);
    }

    /** Gives the memory back. */
    public void drop() {
        kept = Optional.empty();
    }

    /** The newest snapshot, if there is any. */
    public Optional<Kept> newest() {
        return kept;
    }

    /** The snapshot of a version, if it is there. */
    public Optional<Snapshot> at(Storage storage, long version) {
        var fitting = kept.filter(k -> k.isOf(storage, version)).map(Kept::snapshot);
        if (fitting.isEmpty()) wanted.run();
        return fitting;
    }
}
