package org.modelgraph.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.compared.ServerProcess;
import org.modelgraph.graph.Faults;
import org.modelgraph.protocol.Client;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many look-ups one, two and three servers answer in a second, each with the same share of a
 * processor and no more (with {@code -Pscale}).
 */
@EnabledIfSystemProperty(named = "scale", matches = "true")
class ReadScaleTest {
    private static final double SHARE = 0.3;
    private static final int GRAPHS = 2000;
    private static final int CLIENTS_EACH = 3;
    private static final int WARM_SECONDS = Integer.getInteger("scale.warm", 40);
    private static final int SECONDS = Integer.getInteger("scale.seconds", 20);

    @TempDir Path directory;
    private final AtomicInteger asked = new AtomicInteger();

    private ServerProcess node(Quota quota, String name, String role) throws Exception {
        return ServerProcess.elsewhere(
                quota.prefix(),
                "127.0.0.1",
                directory.resolve(name),
                "--replication",
                "file:" + directory.resolve("log"),
                "--role",
                role,
                "--result-cache",
                "off",
                "--client-seconds",
                "0",
                "--client-parallel",
                "0");
    }

    @Test
    void allLookUpsAreAnsweredByOneTwoAndThreeServers() throws Exception {
        assumeTrue(Quota.isPossible(), "shares of a processor need control groups and root");
        try (var quotaA = new Quota("a");
                var quotaB = new Quota("b");
                var quotaC = new Quota("c");
                var writer = node(quotaA, "writer", "writer");
                var first = node(quotaB, "first", "replica");
                var second = node(quotaC, "second", "replica")) {
            fill(writer);
            Asker.awaitSame(writer, first, second);
            var servers = List.of(writer, first, second);
            throughput(servers, WARM_SECONDS);
            for (var quota : List.of(quotaA, quotaB, quotaC)) quota.limit(SHARE);
            throughput(servers, SECONDS);
            var rates = new ArrayList<Double>();
            for (var n = 1; n <= 3; n++) rates.add(throughput(servers.subList(0, n), SECONDS));
            Faults.tell(
                    "look-ups a second by one, two, three servers, each with %.1f of a processor:"
                            + " %.0f, %.0f, %.0f",
                    SHARE, rates.get(0), rates.get(1), rates.get(2));
            assertThat(rates).allMatch(rate -> rate > 0);
        }
    }

    private static void fill(ServerProcess writer) throws Exception {
        for (var part = 0; part < 4; part++) {
            var update = new StringBuilder("INSERT DATA {");
            for (var n = part * GRAPHS / 4; n < (part + 1) * GRAPHS / 4; n++)
                update.append(
                        " GRAPH <urn:write:%d> { [] <urn:p> %d . [] <urn:p> %d }"
                                .formatted(n, n, n + 1));
            var done = writer.post("/update", "application/sparql-update", update + " }");
            assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
        }
    }

    private double throughput(List<ServerProcess> servers, int seconds) throws Exception {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<Integer>>();
            for (var server : servers)
                for (var n = 0; n < CLIENTS_EACH; n++) tasks.add(() -> ask(server.client(), end));
            var answered = 0;
            for (var task : threads.invokeAll(tasks)) answered += task.get();
            return (double) answered / seconds;
        }
    }

    private int ask(Client client, long end) throws Exception {
        var answered = 0;
        while (System.nanoTime() < end) {
            var n = asked.incrementAndGet();
            var query =
                    "SELECT * { GRAPH <urn:write:%d> { ?s ?p ?o } } OFFSET %d"
                            .formatted(n % GRAPHS, n / GRAPHS);
            assertThat(client.ask(query).statusCode()).isEqualTo(200);
            answered++;
        }
        return answered;
    }
}
