package org.modelgraph.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.Main;
import org.modelgraph.graph.Faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** A server that is told to end while it answers and writes. */
class StopTest {
    private static final String TOKEN = "a-token-for-tests-only";
    private static final String ENDLESS =
            "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }";

    @TempDir Path directory;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;
    private String address = "";

    @BeforeEach
    void start() throws Exception {
        var output = directory.resolve("out.txt");
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "serve",
                                "--empty",
                                "--port",
                                "0",
                                "--query-timeout",
                                "100",
                                "--log-format",
                                "json",
                                "--slow-query",
                                "0.5",
                                "--write-token",
                                TOKEN,
                                "--database",
                                directory.resolve("db").toString())
                        .redirectOutput(output.toFile())
                        .redirectError(directory.resolve("err.txt").toFile())
                        .start();
        while (process.isAlive() && !Files.readString(output).contains("writing")) Thread.sleep(50);
        address = Files.readString(output).replaceFirst("(?s).*(http://[^ ]+)/sparql.*", "$1");
    }

    @AfterEach
    void end() throws Exception {
        process.destroyForcibly().waitFor();
    }

    private CompletableFuture<HttpResponse<String>> send(String path, String type, String body) {
        var request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", type)
                        .header("Authorization", "Bearer " + TOKEN)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void itEndsInTimeAndNoBodyThatEndsWellIsBad() throws Exception {
        var values = new StringBuilder("INSERT DATA {");
        for (var n = 0; n < 300; n++) values.append("<urn:s").append(n).append("> <urn:p> 1 .");
        var update = "application/sparql-update";
        assertThat(send("/update", update, values + "}").get().statusCode()).isLessThan(300);
        var queries = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        queries.add(send("/sparql", "application/sparql-query", ENDLESS));
        queries.add(send("/sparql", "application/sparql-query", ENDLESS + " ORDER BY ?o"));
        var slow =
                "INSERT { <urn:late> <urn:p> ?c } WHERE {"
                        + ENDLESS.replace("SELECT * ", "")
                        + " FILTER(?o < 0) }";
        queries.add(send("/update", update, slow));
        Thread.sleep(1500);
        var begin = System.nanoTime();
        process.destroy();
        assertThat(process.waitFor(25, TimeUnit.SECONDS)).as("ended").isTrue();
        var seconds = (System.nanoTime() - begin) / 1e9;
        var broken = 0;
        var told = 0;
        for (var query : queries) {
            try {
                var response = query.get(5, TimeUnit.SECONDS);
                assertThat(response.statusCode()).isEqualTo(503);
                assertThat(new ObjectMapper().readTree(response.body()).get("type").asText())
                        .contains("/problem/");
                told++;
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(IOException.class);
                broken++;
            }
        }
        Faults.tell(
                "end while working: %.1f s, %d connections broken, %d problems told, 0 bad bodies",
                seconds, broken, told);
        requireJsonLinesWithASlowQuery();
    }

    private void requireJsonLinesWithASlowQuery() throws Exception {
        var lines = Files.readAllLines(directory.resolve("err.txt"));
        var slow = 0;
        for (var line : lines) {
            if (!line.startsWith("{")) continue;
            var entry = new ObjectMapper().readTree(line);
            if (!entry.get("loggerName").asText().equals("org.modelgraph.slow")) continue;
            assertThat(entry.get("formattedMessage").asText()).contains("plan: (", "(bgp");
            assertThat(entry.get("mdc").get("request").asText()).isNotEmpty();
            slow++;
        }
        assertThat(slow).isPositive();
    }
}
