package org.modelgraph.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.command.TokensOnTheCommandLine;
import org.modelgraph.compared.ServerProcess;
import org.modelgraph.graph.Faults;
import org.modelgraph.protocol.WritingClient;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Brokers that end, and a network that parts, while there is a writer (with {@code -Pscale}). */
@EnabledIfSystemProperty(named = "scale", matches = "true")
class BrokersTest {
    private static final int COMMITS = Integer.getInteger("scale.commits", 10_000) / 20;
    private static final int ROUNDS = 6;

    @TempDir Path directory;

    private ServerProcess node(String name, String log, String role) throws Exception {
        return ServerProcess.modelgraph(
                directory.resolve(name), "--replication", log, "--role", role);
    }

    @Test
    void whatThreeBrokersTookOutlivesEachOfThem() throws Exception {
        var each = Math.max(5, COMMITS / ROUNDS);
        try (var brokers = new Brokers(directory, 3, "127.0.0.1");
                var writer = node("writer", brokers.log("graph"), "writer");
                var replica = node("replica", brokers.log("graph"), "replica")) {
            var begin = System.nanoTime();
            for (var round = 0; round < ROUNDS; round++) {
                brokers.kill(round % 3);
                for (var n = 0; n < each; n++) Asker.insist(writer, round * each + n);
                brokers.restart(round % 3);
            }
            var seconds = (System.nanoTime() - begin) / 1e9;
            Asker.awaitSame(writer, replica);
            Faults.tell(
                    "three brokers, one of them always down: %d commits, %d kills, %.1f commits/s",
                    ROUNDS * each, ROUNDS, ROUNDS * each / seconds);
        }
        Stores.requireSame(directory, List.of("writer", "replica"), ROUNDS * each);
    }

    @Test
    void aWriterThatIsCutOffAcknowledgesNothingAndFollowsItsSuccessorAfterwards() throws Exception {
        assumeTrue(Namespace.isPossible(), "network namespaces need root and ip");
        try (var network = new Namespace();
                var brokers = new Brokers(directory, 1, Namespace.BROKERS);
                var cutOff =
                        ServerProcess.elsewhere(
                                Namespace.prefix(),
                                Namespace.INSIDE,
                                directory.resolve("writer"),
                                "--replication",
                                brokers.log("graph"),
                                "--role",
                                "writer");
                var replica = node("replica", brokers.log("graph"), "replica")) {
            for (var n = 0; n < 20; n++) Asker.insist(cutOff, n);
            Asker.awaitSame(cutOff, replica);
            network.cut();
            assertThat(Asker.send(cutOff, 20).statusCode()).isEqualTo(503);
            assertThat(promote(replica).statusCode()).isEqualTo(200);
            for (var n = 20; n < 40; n++) Asker.insist(replica, n);
            assertThat(Asker.send(cutOff, 41).statusCode()).isEqualTo(503);
            network.heal();
            var begin = System.nanoTime();
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(refused(cutOff).statusCode()).isEqualTo(403));
            Asker.awaitSame(replica, cutOff);
            Faults.tell(
                    "a writer that was cut off follows its successor %.1f s after the network is"
                            + " back",
                    (System.nanoTime() - begin) / 1e9);
            Asker.insist(replica, 40);
            Asker.awaitSame(replica, cutOff);
        }
        Stores.requireSame(directory, List.of("writer", "replica"), 41);
    }

    private static HttpResponse<String> refused(ServerProcess server) throws Exception {
        return server.post(
                "/update", "application/sparql-update", "INSERT DATA { <urn:refused> <urn:q> 1 }");
    }

    private static HttpResponse<String> promote(ServerProcess server) throws Exception {
        var token = new TokensOnTheCommandLine(server.database()).create("--scope", "admin");
        return new WritingClient(server.client(), token)
                .send("POST", "/admin/promote", "text/plain", "");
    }
}
