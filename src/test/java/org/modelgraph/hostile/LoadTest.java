package org.modelgraph.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.compared.MarkedSection;
import org.modelgraph.compared.ServerProcess;
import org.modelgraph.graph.Faults;
import org.modelgraph.protocol.Client;

import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What others notice of hostile clients: 200 connections for as long as {@code hostile.seconds}
 * says, ten minutes by default, and look-ups beside eight hostile queries. The figures go into
 * {@code docs/hostile.md}.
 */
@EnabledIfSystemProperty(named = "hostile", matches = "true")
class LoadTest {
    private static final int CONNECTIONS = 200;
    private static final int HOSTILE = 8;
    private static final String ENDLESS =
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
                    + " FILTER(STR(?c) = CONCAT(STR(?f), 'x', STR(?i))) }";

    @TempDir Path directory;
    private final HttpClient http = HttpClient.newHttpClient();
    private ServerProcess server;

    private static Duration length() {
        return Duration.ofSeconds(Integer.getInteger("hostile.seconds", 600));
    }

    @BeforeEach
    void start() throws Exception {
        server =
                ServerProcess.modelgraph(
                        directory.resolve("modelgraph"),
                        "--client-errors",
                        "0",
                        "--client-seconds",
                        "0",
                        "--client-parallel",
                        "0");
        var loaded = server.post("/graphs?default", "application/n-triples", HostileData.text());
        assertThat(loaded.statusCode()).isLessThan(300);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void connectionsMixedWithHostileOnesSeeNoFailure() throws Exception {
        var load = new MixedLoad(server.port(), CONNECTIONS);
        load.run(length());
        new MarkedSection(Path.of("docs/hostile.md"), "connections")
                .write(
                        CONNECTIONS
                                + " connections for "
                                + length().toSeconds()
                                + " s, "
                                + circumstances()
                                + ", most memory of the process "
                                + server.peakMebibytes()
                                + " MiB:\n\n"
                                + load.table());
        load.requireNoFailure();
        assertThat(server.answers()).isTrue();
    }

    @Test
    void lookUpsGoOnBesideHostileQueries() throws Exception {
        var end = System.nanoTime() + Math.min(60, length().toSeconds()) * 1_000_000_000;
        var lookUps = new Latencies();
        var health = new Latencies();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var hostile = new ArrayList<Future<?>>();
            var path = "/sparql?query=" + Client.encoded(ENDLESS);
            for (var i = 0; i < HOSTILE; i++)
                hostile.add(clients.submit(() -> repeat(path, 503, new Latencies(), end)));
            Thread.sleep(500);
            var others = clients.submit(() -> repeat("/describe?iri=urn:n:7", 200, lookUps, end));
            repeat("/health", 200, health, end);
            assertThat(others.get()).isEqualTo(lookUps.count());
            for (var one : hostile) one.get();
        }
        new MarkedSection(Path.of("docs/hostile.md"), "look-ups")
                .write(
                        "Beside "
                                + HOSTILE
                                + " clients that ask endless queries again and again, "
                                + circumstances()
                                + ":\n\n| request | times | half within | 99 % within | goal |\n"
                                + "|---|---|---|---|---|\n"
                                + row("look-up", lookUps, 250)
                                + row("health", health, 50));
    }

    /** Asks the same until a time, and says how often. */
    private int repeat(String path, int status, Latencies latencies, long end) throws Exception {
        while (System.nanoTime() < end) {
            var begin = System.nanoTime();
            var response =
                    http.send(
                            new Client(server.port()).to(path).GET().build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(path).isEqualTo(status);
            latencies.add(Duration.ofNanos(System.nanoTime() - begin));
        }
        return latencies.count();
    }

    private static String row(String what, Latencies latencies, int goal) {
        var most = latencies.percentile(99).toMillis();
        Faults.tell(
                "%s beside %d hostile queries: %d times, p99 %d ms",
                what, HOSTILE, latencies.count(), most);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d ms | %d ms | %d ms: %s |%n",
                what,
                latencies.count(),
                latencies.percentile(50).toMillis(),
                most,
                goal,
                most <= goal ? "met" : "missed");
    }

    private static String circumstances() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "on %s, %d cores, load %.1f at the end, other programs and the clients included",
                LocalDate.now(ZoneOffset.UTC),
                system.getAvailableProcessors(),
                system.getSystemLoadAverage());
    }
}
