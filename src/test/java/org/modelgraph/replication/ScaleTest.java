package org.modelgraph.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.compared.ServerProcess;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.Document;
import org.modelgraph.graph.Faults;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.history.PatchLines;
import org.modelgraph.protocol.Client;
import org.modelgraph.protocol.TestServer;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * A writer and two replicas, each in a process of its own, over a log: on a real broker with {@code
 * -Pscale}, where the processes are killed in turn.
 */
@EnabledIfSystemProperty(named = "scale", matches = "true")
class ScaleTest {
    private static final int COMMITS = Integer.getInteger("scale.commits", 10_000);
    private static final int MORE = Math.min(1000, COMMITS);
    private static final int ROUNDS = Integer.getInteger("scale.rounds", 20);

    @TempDir Path directory;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(20261127);

    private ServerProcess node(String name, String log, String role) throws Exception {
        return ServerProcess.modelgraph(
                directory.resolve(name), "--replication", log, "--role", role);
    }

    @Test
    void nothingAcknowledgedIsLostAndNoneDivergesWhoeverIsKilled() throws Exception {
        try (var broker = new Broker(directory.resolve("broker"));
                var writer = node("writer", broker.log("graph"), "writer");
                var first = node("first", broker.log("graph"), "replica");
                var second = node("second", broker.log("graph"), "replica")) {
            var took = new ArrayList<Long>();
            var lags = new ArrayList<Long>();
            var begin = System.nanoTime();
            var doubts = 0;
            for (var n = 0; n < COMMITS; n++) {
                if (ROUNDS > 0 && n % (COMMITS / ROUNDS) == COMMITS / ROUNDS / 2)
                    strike(n / (COMMITS / ROUNDS), broker, writer, first, second);
                var sent = System.nanoTime();
                var answer = insist(writer, n);
                took.add(System.nanoTime() - sent);
                if (answer.headers().firstValue("Idempotency-Replayed").isPresent()) doubts++;
                if (n % 50 == 0) lags.add(untilSeen(first, answer));
            }
            var seconds = (System.nanoTime() - begin) / 1e9;
            awaitSame(writer, first, second);
            Faults.tell(
                    "replicas on Kafka: %d commits, %d kills, %.1f commits/s, commit p50 %d ms p95"
                        + " %d ms, read-your-write on a replica p50 %d ms p95 %d ms, %d outcomes"
                        + " asked by key",
                    COMMITS,
                    ROUNDS,
                    COMMITS / seconds,
                    share(took, 0.5),
                    share(took, 0.95),
                    share(lags, 0.5),
                    share(lags, 0.95),
                    doubts);
            catchUp(writer, first, second);
            ask(first);
            fence(broker, writer, first, second);
        }
        requireSame(COMMITS + MORE + 1);
    }

    /** Kills one of the four; a moment later it is there again. */
    private static void strike(int round, Broker broker, ServerProcess... servers) {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        if (round % 4 == 3) broker.restart();
                        else servers[round % 4].restart();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private String update(int n) {
        var text = new StringBuilder("INSERT DATA { GRAPH <urn:write:" + n + "> {");
        for (var i = 0; i < 4; i++) text.append(" [] <urn:p> ").append(n).append(" .");
        text.append(" } }");
        if (random.nextInt(3) == 0)
            text.append("; DELETE { GRAPH ?g { ?b <urn:q> ?o } } INSERT { GRAPH ?g { ?b <urn:q> ")
                    .append(n)
                    .append(" } } WHERE { GRAPH ?g { ?b <urn:p> ")
                    .append(random.nextInt(n + 1))
                    .append(" } OPTIONAL { GRAPH ?g { ?b <urn:q> ?o } } }");
        return text.toString();
    }

    /** Sends a write under one key until it is acknowledged. */
    private HttpResponse<String> insist(ServerProcess server, int n) throws Exception {
        var request =
                new Client(server.port())
                        .to("/update")
                        .timeout(Duration.ofSeconds(40))
                        .header("Content-Type", "application/sparql-update")
                        .header("Authorization", "Bearer " + TestServer.TOKEN)
                        .header("Idempotency-Key", "write-" + n)
                        .POST(HttpRequest.BodyPublishers.ofString(update(n)))
                        .build();
        var end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (true) {
            try {
                var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 300) return answer;
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            } catch (IOException e) {
                // it has been killed; it will be there again
            }
            assertThat(System.nanoTime()).as("time of write %s", n).isLessThan(end);
            Thread.sleep(100);
        }
    }

    /** How long it takes until a replica shows what was written, in nanoseconds. */
    private long untilSeen(ServerProcess replica, HttpResponse<?> written) throws Exception {
        var version = written.headers().firstValue("Modelgraph-Version").orElseThrow();
        var begin = System.nanoTime();
        while (true) {
            try {
                var answer =
                        new Client(replica.port())
                                .ask("ASK {}", "X-Min-Version", version, "Prefer", "wait=30");
                if (answer.statusCode() == 200) return System.nanoTime() - begin;
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
    }

    private static void awaitSame(ServerProcess... servers) {
        await().atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(Arrays.stream(servers).map(ScaleTest::version).distinct())
                                .hasSize(1)
                                .noneMatch(String::isEmpty));
    }

    private static String version(ServerProcess server) {
        try {
            var ready = new Client(server.port()).get("/ready").body();
            return ready.replaceFirst("(?s).*\"version\":\"([^\"]+)\".*", "$1");
        } catch (Exception e) {
            return "";
        }
    }

    private void catchUp(ServerProcess writer, ServerProcess away, ServerProcess present)
            throws Exception {
        away.kill();
        var before = cpuMillis(present);
        for (var n = COMMITS; n < COMMITS + MORE; n++) insist(writer, n);
        awaitSame(writer, present);
        var cost = (cpuMillis(present) - before) / MORE;
        var begin = System.nanoTime();
        away.restart();
        awaitSame(writer, away);
        Faults.tell(
                "a commit costs a replica that follows %.1f ms of CPU; catch-up of %d commits, the"
                        + " start of the server included: %.1f s",
                cost, MORE, (System.nanoTime() - begin) / 1e9);
    }

    /** The CPU time that a server has used, in milliseconds. */
    private static double cpuMillis(ServerProcess server) throws Exception {
        return new Client(server.port())
                        .get("/metrics")
                        .body()
                        .lines()
                        .filter(l -> l.startsWith("process_cpu_time_ns_total"))
                        .mapToDouble(l -> Double.parseDouble(l.substring(l.indexOf(' '))))
                        .sum()
                / 1e6;
    }

    /** Asks for what single writes left, each once, as a reader would. */
    private void ask(ServerProcess server) throws Exception {
        var client = new Client(server.port());
        var before = 0.0;
        var rounds = Math.min(MORE, COMMITS);
        for (var round = 0; round < 2; round++) {
            before = cpuMillis(server);
            for (var n = 0; n < rounds; n++) {
                var query =
                        "SELECT * { GRAPH <urn:write:%d> { ?s ?p ?o } } OFFSET %d"
                                .formatted(n, round);
                assertThat(client.ask(query).statusCode()).isEqualTo(200);
            }
        }
        Faults.tell(
                "a look-up costs %.2f ms of CPU, HTTP included",
                (cpuMillis(server) - before) / rounds);
    }

    /** Another server becomes the writer while the first one lives. */
    private void fence(
            Broker broker, ServerProcess writer, ServerProcess first, ServerProcess second)
            throws Exception {
        first.kill();
        try (var fresh = node("first", broker.log("graph"), "writer")) {
            var refused =
                    writer.post(
                            "/update",
                            "application/sparql-update",
                            "INSERT DATA { <urn:refused> <urn:p> 1 }");
            assertThat(refused.statusCode()).isEqualTo(403);
            insist(fresh, COMMITS + MORE);
            awaitSame(writer, fresh, second);
        }
    }

    private void requireSame(int writes) {
        var hashes = new TreeSet<String>();
        for (var name : List.of("writer", "first", "second")) {
            try (var store =
                    KnowledgeGraph.open(
                            directory.resolve(name).resolve("db"), DefaultGraph.UNION)) {
                var lines = new TreeSet<String>();
                store.read(view -> {
                    view.dataset()
                            .find()
                            .forEachRemaining(q -> lines.addAll(PatchLines.of(List.of(q))));
                    return true;
                });
                for (var n = 0; n < writes; n++) {
                    var graph = "<urn:write:" + n + ">";
                    if (n % 97 == 0)
                        assertThat(
                                        lines.stream()
                                                .filter(l ->
                                                        l.endsWith(graph) && l.contains("<urn:p>")))
                                .as(graph)
                                .hasSize(4);
                }
                assertThat(lines.stream().filter(l -> l.contains("<urn:p>"))).hasSize(4 * writes);
                assertThat(lines).noneMatch(l -> l.contains("urn:refused"));
                hashes.add(
                        Document.hash(
                                List.of(
                                        String.join("\n", lines)
                                                .getBytes(StandardCharsets.UTF_8))));
            }
        }
        assertThat(hashes).as("states").hasSize(1);
        Faults.tell("three stores, one hash: %s", hashes.first());
    }

    private static long share(List<Long> nanos, double share) {
        var sorted = nanos.stream().sorted().toList();
        return sorted.get((int) (share * (sorted.size() - 1))) / 1_000_000;
    }
}
