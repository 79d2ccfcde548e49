package org.modelgraph.maintenance;

import org.modelgraph.graph.Change;
import org.modelgraph.graph.Compaction;
import org.modelgraph.graph.Generation;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.Participant;
import org.modelgraph.graph.StoreSize;
import org.modelgraph.graph.Version;
import org.modelgraph.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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
    private final Pace pace = new Pace();
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
        store.enlist(
                new Participant() {
                    @Override
                    public void committed(Change change) {
                        pace.committed(change.after().number());
                    }
                });
        store.upkeep().pace(pace::hold);
        pace.compacted(size.real(), measured.number(), marks());
        Thread.ofPlatform().daemon().name("maintenance").start(this::keep);
    }

    private void keep() {
        while (pace.rest(BEAT)) {
            try {
                measure();
                var now = Instant.now();
                if (now.isBefore(patience)) continue;
                if (isCompactionDue()) compact();
                if (isBackupOverdue(now)) backup();
            } catch (RuntimeException e) {
                patience = Instant.now().plus(AFTER_FAILURE);
                pace.free();
                log.warn("Maintenance failed and is tried again in {}", AFTER_FAILURE, e);
            }
        }
    }

    private void measure() {
        var version = store.version();
        if (version.equals(measured)) return;
        measured = version;
        size = store.upkeep().size();
        pace.measured(size.real(), version.number(), marks());
    }

    /** Writers wait half way to the next multiple of the size after the last compaction. */
    private Pace.Marks marks() {
        if (policy.growth() <= 0 || Instant.now().isBefore(patience) || !hasRoom())
            return Pace.Marks.NONE;
        return new Pace.Marks(due(), due() + Math.max(compactedSize / 2, LITTLE));
    }

    private long due() {
        return Math.max((long) (policy.growth() * compactedSize), compactedSize + LITTLE);
    }

    private boolean hasRoom() {
        return guard.free() > Math.min(size.real(), 2 * compactedSize);
    }

    private boolean isCompactionDue() {
        return policy.growth() > 0 && size.real() > due() && hasRoom();
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
        if (!hasRoom())
            throw Problem.of(
                    Problem.Kind.INSUFFICIENT_STORAGE,
                    "The disk has too little room for a compacted copy.");
        var outcome = store.upkeep().compact();
        size = outcome.after();
        compactedSize = outcome.after().real();
        pace.compacted(size.real(), outcome.version().number(), marks());
        lastCompaction = Optional.of(outcome);
        return outcome;
    }

    /** Makes a backup now. */
    public Backup backup() {
        guard.requireRoom();
        pace.free();
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
        pace.end();
    }
}
