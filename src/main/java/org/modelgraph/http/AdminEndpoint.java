package org.modelgraph.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.modelgraph.graph.Compaction;
import org.modelgraph.maintenance.Backup;
import org.modelgraph.maintenance.Maintenance;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * What administrators tell a running server: {@code POST /admin/compact}, {@code POST
 * /admin/backup}, and {@code GET /admin/maintenance} for what came of it.
 */
final class AdminEndpoint implements Endpoint {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Access access;
    private final Maintenance maintenance;
    private Optional<CompletableFuture<Map<String, Object>>> work = Optional.empty();

    AdminEndpoint(Access access, Maintenance maintenance) {
        this.access = access;
        this.maintenance = maintenance;
    }

    @Override
    public void open(Routing routing) {
        routing.post("/admin/compact", e -> start(e, () -> told(maintenance.compact())));
        routing.post("/admin/backup", e -> start(e, () -> told(maintenance.backup())));
        routing.get("/admin/maintenance", this::report);
    }

    /** Starts work and tells its outcome; work that takes long goes on behind a 202. */
    private void start(Exchange exchange, Supplier<Map<String, Object>> task) {
        access.requireAdmin(exchange);
        var running = begin(task);
        try {
            send(exchange, 200, running.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            exchange.context().header("Location", "/admin/maintenance");
            send(exchange, 202, Map.of("running", true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(Problem.Kind.NOT_READY, "The server is stopping.").causedBy(e);
        } catch (ExecutionException e) {
            throw problem(e.getCause() == null ? e : e.getCause());
        }
    }

    private synchronized CompletableFuture<Map<String, Object>> begin(
            Supplier<Map<String, Object>> task) {
        if (work.filter(w -> !w.isDone()).isPresent())
            throw Problem.of(Problem.Kind.BUSY, "Maintenance is running already.")
                    .hint("GET /admin/maintenance tells when it is done.");
        var begun =
                CompletableFuture.supplyAsync(
                        task, r -> Thread.ofPlatform().daemon().name("admin").start(r));
        work = Optional.of(begun);
        return begun;
    }

    private static Problem problem(Throwable failure) {
        return failure instanceof Problem problem
                ? problem
                : Problem.of(Problem.Kind.INTERNAL, "The maintenance failed.").causedBy(failure);
    }

    private void report(Exchange exchange) {
        access.requireAdmin(exchange);
        var report = new LinkedHashMap<String, Object>();
        synchronized (this) {
            report.put("running", work.filter(w -> !w.isDone()).isPresent());
            work.filter(CompletableFuture::isCompletedExceptionally)
                    .map(CompletableFuture::exceptionNow)
                    .ifPresent(e -> report.put("failed", problem(e).detail()));
        }
        maintenance.lastCompaction().ifPresent(c -> report.put("compaction", told(c)));
        maintenance.newestBackup().ifPresent(b -> report.put("backup", told(b)));
        report.put("realBytes", maintenance.size().real());
        report.put("apparentBytes", maintenance.size().apparent());
        send(exchange, 200, report);
    }

    private static Map<String, Object> told(Compaction.Outcome outcome) {
        var told = new LinkedHashMap<String, Object>();
        told.put("version", outcome.version().toString());
        told.put("bytesBefore", outcome.before().real());
        told.put("bytesAfter", outcome.after().real());
        told.put("seconds", outcome.duration().toMillis() / 1000.0);
        return told;
    }

    private static Map<String, Object> told(Backup backup) {
        var told = new LinkedHashMap<String, Object>();
        told.put("file", backup.file().getFileName().toString());
        told.put("at", backup.at().toString());
        try {
            told.put("bytes", Files.size(backup.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return told;
    }

    private static void send(Exchange exchange, int status, Map<String, Object> document) {
        try {
            exchange.context()
                    .status(status)
                    .header("Cache-Control", "no-store")
                    .contentType("application/json")
                    .result(JSON.writeValueAsBytes(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
