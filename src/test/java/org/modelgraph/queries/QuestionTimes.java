package org.modelgraph.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.protocol.Client;
import org.modelgraph.protocol.TestServer;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures how long each question of the catalogue takes over HTTP on the bundled graph, and writes
 * docs/reference/question-times.md. Runs only where it is asked for: {@code mvn test
 * -Dtest=QuestionTimes -DquestionTimes=true}. No time is asserted.
 */
class QuestionTimes {
    private static final int TRIES = 9;
    private static final Path PAGE = Path.of("docs/reference/question-times.md");

    @Test
    void areWrittenDown() throws Exception {
        assumeTrue(Boolean.getBoolean("questionTimes"), "asked for by -DquestionTimes=true");
        var client = TestServer.bundled().client();
        var page = new StringBuilder();
        var questions = Catalog.read(Optional.empty()).queries();
        for (var question : questions) page.append(row(client, question.id()));
        Files.writeString(PAGE, head() + page);
        assertThat(Files.readAllLines(PAGE)).hasSizeGreaterThan(questions.size());
    }

    private static String head() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return """
        # Times of the questions

        Measured on %s, %d cores, load %.1f at the end, this measurement included.

        How long each question of the catalogue takes with its default parameters: from the request over HTTP to the last byte of the answer as CSV, on the bundled graph, in milliseconds; the least and the median of nine tries after three to warm up. Written by `mvn test -Dtest=QuestionTimes -DquestionTimes=true`; nothing asserts a time, for that would tell of the machine.

        | question | bytes | least | median |
        |---|---:|---:|---:|
        """
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        system.getAvailableProcessors(),
                        system.getSystemLoadAverage());
    }

    private static String row(Client client, String id) throws Exception {
        var times = new double[TRIES];
        var size = 0;
        for (var i = -3; i < TRIES; i++) {
            var start = System.nanoTime();
            var answer = client.get("/api/queries/" + id, "Accept", "text/csv");
            var milliseconds = (System.nanoTime() - start) / 1e6;
            assertThat(answer.statusCode()).as(id).isEqualTo(200);
            size = answer.body().length();
            if (i >= 0) times[i] = milliseconds;
        }
        Arrays.sort(times);
        return String.format(
                Locale.ROOT, "| `%s` | %d | %.1f | %.1f |%n", id, size, times[0], times[TRIES / 2]);
    }
}
