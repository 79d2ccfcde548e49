package org.modelgraph.engine.snapshot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The newest snapshots of a store. A reader gets the one that is of the very version that the
 * reader's transaction sees; where there is none, the reader is answered by TDB2.
 */
public final class Snapshots {
    /** Readers that began before the latest commits still find theirs. */
    private static final int VERSIONS = 4;

    private volatile List<Kept> kept = List.of();
    private volatile Follower follower = (_, _) -> Optional.empty();

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

    /** Makes the snapshot of the version that the transaction of this thread sees, if it can. */
    @FunctionalInterface
    public interface Follower {
        /** The snapshot, if it is made at once. */
        Optional<Snapshot> follow(Storage storage, long version);
    }

    /** Has somebody make the snapshots that are asked for and not there. */
    public void follow(Follower maker) {
        follower = maker;
    }

    /** Takes a snapshot that is newer than those before, or of the newest version made anew. */
    public synchronized void keep(Kept snapshot) {
        var others =
                kept.stream()
                        .filter(k -> k.storage().equals(snapshot.storage()))
                        .filter(k -> k.version() < snapshot.version());
        kept = Stream.concat(Stream.of(snapshot), others).limit(VERSIONS).toList();
    }

    /** Gives the memory back. */
    public synchronized void drop() {
        kept = List.of();
    }

    /** The newest snapshot, if there is any. */
    public Optional<Kept> newest() {
        return kept.stream().findFirst();
    }

    /** The snapshot of the version that the transaction of this thread sees, if it is there. */
    public Optional<Snapshot> at(Storage storage, long version) {
        for (var held : kept) if (held.isOf(storage, version)) return Optional.of(held.snapshot());
        return follower.follow(storage, version);
    }
}
