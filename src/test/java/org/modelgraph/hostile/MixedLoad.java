package org.modelgraph.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.modelgraph.protocol.Client;
import org.modelgraph.protocol.TestServer;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many connections at once that look up, ask, write, and mean harm, in turn and at random. */
final class MixedLoad {
    private static final String ENDLESS =
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
                    + " FILTER(STR(?c) = CONCAT(STR(?f), 'x', STR(?i))) }";
    private static final String HEAVY_TEXT =
            "SELECT * { BIND(REGEX('" + "a".repeat(40) + "!', '^(.*a){20}$') AS ?x) }";

    private final int port;
    private final int connections;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** How often each status came, by kind of request. */
    private final Map<String, Map<Integer, Integer>> statuses = new ConcurrentSkipListMap<>();

    private final Map<String, Latencies> latencies = new ConcurrentSkipListMap<>();
    private final List<String> failures = new ArrayList<>();

    /**
     * A load.
     *
     * @param connections how many there are at a time
     */
    MixedLoad(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /** The kinds of requests, each as often as it stands here. */
    private enum Kind {
        LOOK_UP,
        LOOK_UP_AGAIN,
        HEALTH,
        PAGE,
        QUERY,
        QUERY_AGAIN,
        WRITE,
        WRONG_QUERY,
        ENDLESS_QUERY,
        ENDLESS_REGEX;

        String title() {
            return name().replace("_AGAIN", "")
                    .replace('_', ' ')
                    .toLowerCase(java.util.Locale.ROOT);
        }
    }

    private HttpRequest request(Kind kind, Random random) {
        var client = new Client(port);
        var n = random.nextInt(2000);
        return (switch (kind) {
                    case LOOK_UP, LOOK_UP_AGAIN -> client.to("/describe?iri=urn:n:" + n).GET();
                    case HEALTH -> client.to("/health").GET();
                    case PAGE ->
                            client.to("/describe?iri=urn:n:" + n)
                                    .header("Accept", "text/html")
                                    .GET();
                    case QUERY, QUERY_AGAIN -> ask(client, "ASK { <urn:n:" + n + "> ?p ?o }");
                    case WRITE ->
                            client.to("/update")
                                    .header("Content-Type", "application/sparql-update")
                                    .header("Authorization", "Bearer " + TestServer.TOKEN)
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "INSERT DATA { GRAPH <urn:load> { <urn:w>"
                                                            + " <urn:p> "
                                                            + n
                                                            + " } }"));
                    case WRONG_QUERY -> ask(client, "SELECT { ?x ");
                    case ENDLESS_QUERY -> ask(client, ENDLESS);
                    case ENDLESS_REGEX -> ask(client, HEAVY_TEXT);
                })
                .timeout(Duration.ofSeconds(60))
                .build();
    }

    private static HttpRequest.Builder ask(Client client, String query) {
        return client.to("/sparql?query=" + Client.encoded(query)).GET();
    }

    /** Keeps all connections at work for a time. */
    void run(Duration time) throws Exception {
        var end = System.nanoTime() + time.toNanos();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < connections; i++) {
                var random = new Random(i);
                running.add(
                        clients.submit(() -> {
                            while (System.nanoTime() < end) one(random);
                            return true;
                        }));
            }
            for (var one : running) one.get();
        }
    }

    private void one(Random random) throws InterruptedException {
        var kind = Kind.values()[random.nextInt(Kind.values().length)];
        var begin = System.nanoTime();
        try {
            var response = http.send(request(kind, random), HttpResponse.BodyHandlers.ofString());
            latencies
                    .computeIfAbsent(kind.title(), _ -> new Latencies())
                    .add(Duration.ofNanos(System.nanoTime() - begin));
            note(kind, response);
        } catch (IOException e) {
            fail(kind.title() + ": " + e);
        }
    }

    private void note(Kind kind, HttpResponse<String> response) {
        var status = response.statusCode();
        synchronized (statuses) {
            statuses.computeIfAbsent(kind.title(), _ -> new TreeMap<>())
                    .merge(status, 1, Integer::sum);
        }
        var told = kind.title() + ": " + status + " " + response.body();
        if (status == 503 && response.headers().firstValue("Retry-After").isEmpty()) fail(told);
        if (status >= 500 && status != 503) fail(told);
        var asked = kind == Kind.QUERY || kind == Kind.QUERY_AGAIN;
        if (status == 200 && asked && !response.body().contains("\"boolean\"")) fail(told);
    }

    private void fail(String told) {
        synchronized (failures) {
            failures.add(told);
        }
    }

    /**
     * Lets pass what saw no 5xx but 503 with Retry-After, no bad answer and no broken connection.
     */
    void requireNoFailure() {
        assertThat(failures).isEmpty();
        assertThat(statuses).hasSizeGreaterThan(5);
        assertThat(statuses.get("health").keySet()).containsOnly(200);
    }

    /** A row for each kind of request: how often which status came, and how long it took. */
    String table() {
        var text = new StringBuilder("| request | answers | half within | 99 % within |\n");
        text.append("|---|---|---|---|\n");
        statuses.forEach((kind, counts) -> {
            var taken = latencies.get(kind);
            text.append("| " + kind + " | ");
            counts.forEach((status, n) -> text.append(n + " × " + status + "; "));
            text.setLength(text.length() - 2);
            text.append(" | " + taken.percentile(50).toMillis() + " ms | ")
                    .append(taken.percentile(99).toMillis() + " ms |\n");
        });
        return text.toString();
    }
}
