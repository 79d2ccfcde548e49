package org.modelgraph.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.modelgraph.compared.ServerProcess;
import org.modelgraph.protocol.TestServer;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/** Writes to servers that may be killed meanwhile, and asks them. */
final class Asker {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Asker() {}

    /** The same for the same number, since a key stands for one text. */
    private static String update(int n) {
        var random = new Random(20261127L * n);
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

    /** Sends a write under its key once. */
    static HttpResponse<String> send(ServerProcess server, int n) throws Exception {
        return HTTP.send(request(server, n), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(ServerProcess server, int n) {
        return server.client()
                .to("/update")
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/sparql-update")
                .header("Authorization", "Bearer " + TestServer.TOKEN)
                .header("Idempotency-Key", "write-" + n)
                .POST(HttpRequest.BodyPublishers.ofString(update(n)))
                .build();
    }

    /** Sends a write under one key until it is acknowledged. */
    static HttpResponse<String> insist(ServerProcess server, int n) throws Exception {
        var request = request(server, n);
        var end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (true) {
            try {
                var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
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
    static long untilSeen(ServerProcess replica, HttpResponse<?> written) throws Exception {
        var version = written.headers().firstValue("Modelgraph-Version").orElseThrow();
        var begin = System.nanoTime();
        while (true) {
            try {
                var answer =
                        replica.client()
                                .ask("ASK {}", "X-Min-Version", version, "Prefer", "wait=30");
                if (answer.statusCode() == 200) return System.nanoTime() - begin;
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
    }

    static void awaitSame(ServerProcess... servers) {
        await().atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(Arrays.stream(servers).map(Asker::version).distinct())
                                .hasSize(1)
                                .noneMatch(String::isEmpty));
    }

    private static String version(ServerProcess server) {
        try {
            var ready = server.client().get("/ready").body();
            return ready.replaceFirst("(?s).*\"version\":\"([^\"]+)\".*", "$1");
        } catch (Exception e) {
            return "";
        }
    }

    /** The CPU time that a server has used, in milliseconds. */
    static double cpuMillis(ServerProcess server) throws Exception {
        return server.client()
                        .get("/metrics")
                        .body()
                        .lines()
                        .filter(l -> l.startsWith("process_cpu_time_ns_total"))
                        .mapToDouble(l -> Double.parseDouble(l.substring(l.indexOf(' '))))
                        .sum()
                / 1e6;
    }
}
