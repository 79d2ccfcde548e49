package org.modelgraph.maintenance;

import org.modelgraph.graph.Compaction;
import org.modelgraph.graph.Generation;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.StoreSize;
import org.modelgraph.graph.Version;
import org.modelgraph.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Compacts and backs up a store while it is served, by policy and when it is told to. */
public final class Maintenance implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Maintenance.class);
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    /** Growth below this is not worth a compaction, in bytes. */
    private static final long LITTLE = 8L << 20;

    /**
     * When what is done.
     *
     * @param growth how many times the size after its last compaction a store may take before it is
     *     compacted again; 0 is never
     * @param backupEvery how old the newest backup may be; zero is never
     */
    public record Policy(double growth, Duration backupEvery) {}

    private final KnowledgeGraph store;
    private final Backups backups;
    private final DiskGuard guard;
    private final Policy policy;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile StoreSize size;
    private volatile Version measured;
    private volatile long compactedSize;
    private volatile Instant patience = Instant.MIN;
    private volatile Optional<Backup> newest;
    private volatile Optional<Compaction.Outcome> lastCompaction = Optional.empty();

    public Maintenance(KnowledgeGraph store, Backups backups, DiskGuard guard, Policy policy) {
        this.store = store;
        this.backups = backups;
        this.guard = guard;
        this.policy = policy;
        backups.tidy();
        this.newest = backups.newest();
        this.measured = store.version();
        this.size = store.upkeep().size();
        this.compactedSize =
                store.upkeep().compacted().map(Generation.Note::real).orElse(size.real());
    }

    /** From now on the policy is followed. */
    public void start() {
        Thread.ofPlatform().daemon().name("maintenance").start(this::keep);
    }

    private void keep() {
        while (rest()) {
            try {
                measure();
                var now = Instant.now();
                if (now.isBefore(patience)) continue;
                if (isCompactionDue()) compact();
                if (isBackupOverdue(now)) backup();
            } catch (RuntimeException e) {
                patience = Instant.now().plus(AFTER_FAILURE);
                log.warn("Maintenance failed and is tried again in {}", AFTER_FAILURE, e);
            }
        }
    }

    private boolean rest() {
        try {
            return !ended.await(BEAT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void measure() {
        var version = store.version();
        if (version.equals(measured)) return;
        measured = version;
        size = store.upkeep().size();
    }

    private boolean isCompactionDue() {
        return policy.growth() > 0
                && size.real() > policy.growth() * compactedSize
                && size.real() - compactedSize > LITTLE
                && guard.free() > Math.min(size.real(), 2 * compactedSize);
    }

    /** True where the policy wants a newer backup than there is. */
    public boolean isBackupOverdue(Instant now) {
        return !policy.backupEvery().isZero()
                && newest.filter(b -> b.at().plus(policy.backupEvery()).isAfter(now)).isEmpty();
    }

    /**
     * Compacts the store now.
     *
     * @throws Problem where that is not possible; the store is then as before
     */
    public Compaction.Outcome compact() {
        if (guard.free() <= Math.min(size.real(), 2 * compactedSize))
            throw Problem.of(
                    Problem.Kind.INSUFFICIENT_STORAGE,
                    "The disk has too little room for a compacted copy.");
        var outcome = store.upkeep().compact();
        size = outcome.after();
        compactedSize = outcome.after().real();
        lastCompaction = Optional.of(outcome);
        return outcome;
    }

    /** Makes a backup now. */
    public Backup backup() {
        guard.requireRoom();
        var backup = backups.create(store);
        newest = Optional.of(backup);
        return backup;
    }

    /** The room that the store took at its last change. */
    public StoreSize size() {
        return size;
    }

    /** When the store was last compacted, if that is known. */
    public Optional<Instant> compactedAt() {
        return store.upkeep().compacted().map(Generation.Note::at);
    }

    /** The last compaction by this process. */
    public Optional<Compaction.Outcome> lastCompaction() {
        return lastCompaction;
    }

    public Optional<Backup> newestBackup() {
        return newest;
    }

    public DiskGuard guard() {
        return guard;
    }

    /** Ends the policy; what runs ends when the store is closed. */
    @Override
    public void close() {
        ended.countDown();
    }
}
