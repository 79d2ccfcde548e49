package org.modelgraph.http;

import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.Version;
import org.modelgraph.problem.Problem;
import org.modelgraph.replication.Replication;
import org.modelgraph.replication.Standing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What this server is among those that share a log, and what follows for requests: a replica takes
 * no writes, and a client that has seen a version is not shown an older one.
 */
final class Replicas {
    private static final String MINIMUM = "X-Min-Version";
    private static final Pattern VERSION = Pattern.compile("\"?([0-9a-f]{1,16}-)(\\d{1,18})\"?");
    private static final Pattern WAIT = Pattern.compile("(?i)(?:^|[,;\\s])wait=(\\d{1,3})\\b");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(30);
    private static final long BEAT_MILLIS = 5;

    private final KnowledgeGraph store;
    private final Optional<Replication> replication;
    private final Optional<String> writer;
    private final Duration longestLag;

    /**
     * The standing of a server.
     *
     * @param writer the address of the server that takes writes, without a slash at its end
     * @param longestLag a replica whose state may be older is not ready
     */
    Replicas(
            KnowledgeGraph store,
            Optional<Replication> replication,
            Optional<String> writer,
            Duration longestLag) {
        this.store = store;
        this.replication = replication;
        this.writer = writer;
        this.longestLag = longestLag;
    }

    Optional<Replication> replication() {
        return replication;
    }

    /**
     * Lets a write begin.
     *
     * @throws Problem 307 to the writer, or 403, where this is a replica
     */
    void requireWriter(Exchange exchange) {
        if (replication.filter(Replication::isReplica).isEmpty()) return;
        if (writer.isEmpty())
            throw Problem.of(Problem.Kind.REPLICA, "This server follows another one that writes.")
                    .hint("Send the write to that server.");
        var address = writer.get() + exchange.path() + exchange.queryPart();
        exchange.header("Location", address);
        throw Problem.of(Problem.Kind.ELSEWHERE, "This server follows " + writer.get() + ".")
                .hint("Send the same request to " + address);
    }

    /**
     * Waits until the store is at the version that a client has seen ({@code X-Min-Version}), for 5
     * s or as long as {@code Prefer: wait=SECONDS} allows (RFC 7240 §4.3), 30 s at most.
     *
     * @throws Problem 503 where it does not come that far in time; 412 where the version is one of
     *     another store
     */
    void awaitVersion(Exchange exchange) {
        var wanted = exchange.header(MINIMUM);
        if (wanted.isEmpty()) return;
        var parts = VERSION.matcher(wanted.get().strip());
        if (!parts.matches())
            throw Problem.of(
                            Problem.Kind.BAD_REQUEST,
                            MINIMUM + " is '" + wanted.get() + "', which is no version.")
                    .hint("Send what Modelgraph-Version told you, such as 1f2e3d4c5b6a7988-12.");
        var number = Long.parseLong(parts.group(2));
        var end = System.nanoTime() + patience(exchange).toNanos();
        var version = store.version();
        requireSameLine(version, parts.group(1));
        while (version.number() < number) {
            if (System.nanoTime() > end || !pause())
                throw Problem.of(
                                Problem.Kind.BEHIND,
                                "The store is at version " + version + " and not yet further.")
                        .hint("Try again, or ask the writer.");
            version = store.version();
        }
    }

    private static void requireSameLine(Version version, String line) {
        if (!version.toString().startsWith(line))
            throw Problem.of(
                            Problem.Kind.PRECONDITION_FAILED,
                            MINIMUM + " is a version of another store; this is " + version + ".")
                    .hint("Ask without it.");
    }

    private static Duration patience(Exchange exchange) {
        var wait = WAIT.matcher(exchange.header("Prefer").orElse(""));
        if (!wait.find()) return PATIENCE;
        var wished = Duration.ofSeconds(Long.parseLong(wait.group(1)));
        return wished.compareTo(LONGEST_PATIENCE) < 0 ? wished : LONGEST_PATIENCE;
    }

    private static boolean pause() {
        try {
            Thread.sleep(BEAT_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What there is to say of the standing; nothing of a server that is alone. */
    Optional<Map<String, Object>> report() {
        return replication.map(Replication::standing).map(Replicas::told);
    }

    static Map<String, Object> told(Standing standing) {
        var report = new LinkedHashMap<String, Object>();
        report.put("role", standing.role().name().toLowerCase(java.util.Locale.ROOT));
        report.put("place", standing.place());
        report.put("behind", standing.behind());
        report.put("lagSeconds", standing.lag().toMillis() / 1000.0);
        standing.trouble().ifPresent(t -> report.put("trouble", t));
        return report;
    }

    /**
     * Lets a server be ready.
     *
     * @throws Problem 503 of a replica whose state may be too old
     */
    void requireFresh() {
        var standing = replication.map(Replication::standing);
        standing.filter(s -> s.lag().compareTo(longestLag) > 0)
                .ifPresent(s -> {
                    throw Problem.of(
                                    Problem.Kind.NOT_READY,
                                    "The replica has been behind for "
                                            + s.lag().toSeconds()
                                            + " s"
                                            + s.trouble().map(t -> ": " + t).orElse("."))
                            .hint("It serves what it has; ask the writer for what is newer.");
                });
    }
}
