package org.modelgraph.http;

import org.apache.jena.graph.Node;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.maintenance.Maintenance;
import org.modelgraph.problem.Problem;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether the server can do its work: it reads the store, in bounded time, and looks at the write
 * lock, the disk, the backups and, of a replica, how far it is behind.
 */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final KnowledgeGraph store;
    private final Maintenance maintenance;
    private final Duration longestWrite;
    private final Replicas replicas;
    private Optional<CompletableFuture<String>> probe = Optional.empty();

    Readiness(
            KnowledgeGraph store,
            Maintenance maintenance,
            Duration longestWrite,
            Replicas replicas) {
        this.store = store;
        this.maintenance = maintenance;
        this.longestWrite = longestWrite;
        this.replicas = replicas;
    }

    /**
     * What there is to know.
     *
     * @throws Problem of kind {@link Problem.Kind#NOT_READY} where the store can't be read in time,
     *     or a write holds it that will not end
     */
    Map<String, Object> check() {
        var report = new LinkedHashMap<String, Object>();
        report.put("status", "ready");
        report.put("version", read());
        replicas.requireFresh();
        replicas.report().ifPresent(r -> report.put("replication", r));
        store.upkeep()
                .held()
                .ifPresent(hold -> {
                    if (hold.isStale(longestWrite))
                        throw notReady(
                                "A write has held the store for "
                                        + hold.age().toSeconds()
                                        + " s"
                                        + (hold.thread().isAlive()
                                                ? "."
                                                : ", and its thread is gone."));
                    report.put("writingSeconds", hold.age().toMillis() / 1000.0);
                });
        var guard = maintenance.guard();
        report.put("freeBytes", guard.free());
        report.put("writes", guard.isShort() ? "refused" : "possible");
        maintenance.newestBackup().ifPresent(b -> report.put("backup", b.at().toString()));
        report.put("backupOverdue", maintenance.isBackupOverdue(Instant.now()));
        return report;
    }

    private String read() {
        try {
            return probe().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw notReady("The store did not answer within " + PATIENCE.toSeconds() + " s.")
                    .causedBy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notReady("The server is stopping.").causedBy(e);
        } catch (ExecutionException e) {
            throw notReady("The store can't be read.").causedBy(e);
        }
    }

    /** A read on a thread of its own; one that hangs is waited for, and no other is begun. */
    private synchronized CompletableFuture<String> probe() {
        if (probe.filter(p -> !p.isDone()).isPresent()) return probe.get();
        var begun =
                CompletableFuture.supplyAsync(
                        this::readOne, r -> Thread.ofPlatform().daemon().name("probe").start(r));
        probe = Optional.of(begun);
        return begun;
    }

    private String readOne() {
        return store.read(view -> {
            var quads = view.dataset().find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
            if (quads.hasNext()) quads.next();
            return view.version().toString();
        });
    }

    private static Problem notReady(String detail) {
        return Problem.of(Problem.Kind.NOT_READY, detail)
                .hint("Start the server anew if this lasts; what was acknowledged is on disk.");
    }
}
