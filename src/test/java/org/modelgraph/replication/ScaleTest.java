package org.modelgraph.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.compared.ServerProcess;
import org.modelgraph.graph.Faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

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
    private CompletableFuture<Void> strike = CompletableFuture.completedFuture(null);

    private ServerProcess node(String name, String log, String role) throws Exception {
        return ServerProcess.modelgraph(
                directory.resolve(name), "--replication", log, "--role", role);
    }

    @Test
    void nothingAcknowledgedIsLostAndNoneDivergesWhoeverIsKilled() throws Exception {
        try (var brokers = new Brokers(directory, 1, "127.0.0.1");
                var writer = node("writer", brokers.log("graph"), "writer");
                var first = node("first", brokers.log("graph"), "replica");
                var second = node("second", brokers.log("graph"), "replica")) {
            var took = new ArrayList<Long>();
            var lags = new ArrayList<Long>();
            var begin = System.nanoTime();
            var doubts = 0;
            for (var n = 0; n < COMMITS; n++) {
                if (ROUNDS > 0 && n % (COMMITS / ROUNDS) == COMMITS / ROUNDS / 2)
                    strike(n / (COMMITS / ROUNDS), brokers, writer, first, second);
                var sent = System.nanoTime();
                var answer = Asker.insist(writer, n);
                took.add(System.nanoTime() - sent);
                if (answer.headers().firstValue("Idempotency-Replayed").isPresent()) doubts++;
                if (n % 50 == 0) lags.add(Asker.untilSeen(first, answer));
            }
            var seconds = (System.nanoTime() - begin) / 1e9;
            strike.join();
            Asker.awaitSame(writer, first, second);
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
            fence(brokers, writer, first, second);
        }
        Stores.requireSame(directory, List.of("writer", "first", "second"), COMMITS + MORE + 1);
    }

    /** Kills one of the four when the one before is there again. */
    private void strike(int round, Brokers brokers, ServerProcess... servers) {
        strike.join();
        strike =
                CompletableFuture.runAsync(() -> {
                    try {
                        if (round % 4 == 3) {
                            brokers.kill(0);
                            brokers.restart(0);
                        } else servers[round % 4].restart();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private void catchUp(ServerProcess writer, ServerProcess away, ServerProcess present)
            throws Exception {
        away.kill();
        var before = Asker.cpuMillis(present);
        for (var n = COMMITS; n < COMMITS + MORE; n++) Asker.insist(writer, n);
        Asker.awaitSame(writer, present);
        var cost = (Asker.cpuMillis(present) - before) / MORE;
        var begin = System.nanoTime();
        away.restart();
        Asker.awaitSame(writer, away);
        Faults.tell(
                "a commit costs a replica that follows %.1f ms of CPU; catch-up of %d commits, the"
                        + " start of the server included: %.1f s",
                cost, MORE, (System.nanoTime() - begin) / 1e9);
    }

    /** Asks for what single writes left, each once, as a reader would. */
    private void ask(ServerProcess server) throws Exception {
        var client = server.client();
        var before = 0.0;
        var rounds = Math.min(MORE, COMMITS);
        for (var round = 0; round < 2; round++) {
            before = Asker.cpuMillis(server);
            for (var n = 0; n < rounds; n++) {
                var query =
                        "SELECT * { GRAPH <urn:write:%d> { ?s ?p ?o } } OFFSET %d"
                                .formatted(n, round);
                assertThat(client.ask(query).statusCode()).isEqualTo(200);
            }
        }
        Faults.tell(
                "a look-up costs %.2f ms of CPU, HTTP included",
                (Asker.cpuMillis(server) - before) / rounds);
    }

    /** Another server becomes the writer while the first one lives. */
    private void fence(
            Brokers brokers, ServerProcess writer, ServerProcess first, ServerProcess second)
            throws Exception {
        first.kill();
        try (var fresh = node("first", brokers.log("graph"), "writer")) {
            var refused =
                    writer.post(
                            "/update",
                            "application/sparql-update",
                            "INSERT DATA { <urn:refused> <urn:p> 1 }");
            assertThat(refused.statusCode()).isEqualTo(403);
            Asker.insist(fresh, COMMITS + MORE);
            Asker.awaitSame(writer, fresh, second);
        }
    }

    private static long share(List<Long> nanos, double share) {
        var sorted = nanos.stream().sorted().toList();
        return sorted.get((int) (share * (sorted.size() - 1))) / 1_000_000;
    }
}
