package org.modelgraph.compared;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.graph.Faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * The same faults, caused in the same way over HTTP, to this project's server and to Fuseki; what
 * came of them is written to {@code docs/reliability.md}.
 */
@EnabledIfSystemProperty(named = "faults", matches = "true")
class FaultsOfBothTest {
    private static final Path FUSEKI = Path.of("target/fuseki/jena-fuseki-server.jar");
    private static final String UPDATE = "application/sparql-update";
    private static final int QUADS_A_WRITE = 10;
    private static final int LONGEST_MILLIS = 1500;
    private static final int QUADS = 60_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir Path directory;
    private final int kills = Faults.times(50, 2);
    private final int updates = kills * 100;

    private record Result(String killed, String grown, String second) {}

    @Test
    void bothMeetTheSameFaults() throws Exception {
        Result ours;
        Result theirs;
        try (var server =
                ServerProcess.modelgraph(
                        directory.resolve("modelgraph"),
                        "--query-timeout",
                        String.valueOf(PATIENCE.toSeconds()))) {
            ours = result(server);
        }
        try (var server = ServerProcess.fuseki(directory.resolve("fuseki"), FUSEKI, PATIENCE)) {
            theirs = result(server);
        }
        new MarkedSection(Path.of("docs/reliability.md"), "fuseki")
                .write(
                        "Measured on "
                                + LocalDate.now(ZoneOffset.UTC)
                                + " over HTTP, each server in a process of its own with a heap of"
                                + " 1 GiB, on a machine that was busy with other things.\n\n"
                                + "| fault | modelgraph | Fuseki 6.0.0 |\n|---|---|---|\n"
                                + row("kill -9 in commit", ours.killed(), theirs.killed())
                                + row("small updates", ours.grown(), theirs.grown())
                                + row("second process on a store", ours.second(), theirs.second()));
        assertThat(ours.killed()).contains(" 0 lost, 0 torn");
        assertThat(ours.second()).startsWith("refused");
    }

    private static String row(String fault, String ours, String theirs) {
        return "| " + fault + " | " + ours + " | " + theirs + " |\n";
    }

    private Result result(ServerProcess server) throws Exception {
        var grown = growth(server);
        var second = second(server);
        var killed = kills(server);
        Faults.tell("%s: %s; %s; %s", server.name(), killed, grown, second);
        return new Result(killed, grown, second);
    }

    /** Writes until it is killed, again and again, and counts what is gone or half there. */
    private String kills(ServerProcess server) throws Exception {
        var random = new Random(20261127);
        var acknowledged = new HashMap<Long, Boolean>();
        var next = 0L;
        for (var round = 0; round < kills; round++) {
            var until = System.nanoTime() + random.nextInt(LONGEST_MILLIS) * 1_000_000L;
            var killer =
                    Thread.ofVirtual()
                            .start(() -> {
                                pause(Duration.ofNanos(until - System.nanoTime()));
                                server.kill();
                            });
            var first = next;
            try {
                while (true) {
                    if (write(server, next) < 300) acknowledged.put(next, true);
                    next++;
                }
            } catch (IOException e) {
                next++;
            }
            killer.join();
            server.restart();
            assertThat(next).isGreaterThan(first);
        }
        var counts = counts(server);
        var lost = acknowledged.keySet().stream().filter(n -> !counts.containsKey(n)).count();
        var torn = counts.values().stream().filter(n -> n != QUADS_A_WRITE).count();
        return String.format(
                Locale.ROOT,
                "%d kills, %d writes acknowledged, %d lost, %d torn",
                kills,
                acknowledged.size(),
                lost,
                torn);
    }

    private static void pause(Duration time) {
        try {
            if (time.isPositive()) Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int write(ServerProcess server, long n) throws Exception {
        var text = new StringBuilder("INSERT DATA { GRAPH <urn:write:" + n + "> {");
        for (var i = 0; i < QUADS_A_WRITE; i++)
            text.append(" <urn:s:%d:%d> <urn:p> \"value %d %d\" .".formatted(n, i, n, i));
        return server.post("/update", UPDATE, text + " } }").statusCode();
    }

    private static Map<Long, Long> counts(ServerProcess server) throws Exception {
        var query =
                "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s <urn:p> ?o } FILTER(STRSTARTS(STR(?g),"
                        + " 'urn:write:')) } GROUP BY ?g";
        var answer = server.post("/sparql", "application/sparql-query", query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var counts = new HashMap<Long, Long>();
        for (var row : new ObjectMapper().readTree(answer.body()).at("/results/bindings"))
            counts.put(
                    Long.parseLong(row.at("/g/value").asText().substring("urn:write:".length())),
                    row.at("/n/value").asLong());
        return counts;
    }

    /** How much of the disk is taken after many updates that replace one statement by another. */
    private String growth(ServerProcess server) throws Exception {
        var data = new StringBuilder();
        for (var n = 0; n < QUADS; n++)
            data.append("<urn:n:%d> <urn:q> <urn:n:%d> .\n".formatted(n, n + 1));
        var loaded = server.post("/graphs?default", "application/n-triples", data.toString());
        assertThat(loaded.statusCode()).isLessThan(300);
        var before = real(server.database());
        var most = before;
        for (var n = 0; n < updates; n++) {
            var text =
                    "DELETE { <urn:x> <urn:q> ?o } INSERT { <urn:x> <urn:q> 'v"
                            + n % 100
                            + "' } WHERE { OPTIONAL { <urn:x> <urn:q> ?o } }";
            assertThat(server.post("/update", UPDATE, text).statusCode()).isLessThan(300);
            if (n % 50 == 0) most = Math.max(most, real(server.database()));
        }
        var after = real(server.database());
        return String.format(
                Locale.ROOT,
                "%d updates of one statement beside %d: %.1f MiB before, at most %.1f, %.1f after",
                updates,
                QUADS,
                before / 1048576.0,
                Math.max(most, after) / 1048576.0,
                after / 1048576.0);
    }

    /** What a directory takes of the disk, in bytes: blocks and not lengths. */
    private static long real(Path directory) throws Exception {
        var process =
                new ProcessBuilder("du", "-sk", directory.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return Long.parseLong(out.split("\\s")[0]) << 10;
    }

    private static String second(ServerProcess server) throws Exception {
        var said = server.startSecond();
        assertThat(server.answers()).isTrue();
        if (said.isEmpty()) return "started";
        var why = said.get().contains("process") || said.get().contains("locked");
        return "refused" + (why ? ", with the process that holds it" : ", without a reason");
    }
}
