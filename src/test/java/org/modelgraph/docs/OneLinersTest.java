package org.modelgraph.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modelgraph.protocol.TestServer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The lines of the how-to work as they stand there, with the tools that this machine has. */
class OneLinersTest {
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.+)\n```");
    private static final String ADDRESS = "http://127.0.0.1:7070";

    /** How to see whether a tool is there. */
    private static final Map<String, String> TOOLS =
            Map.of(
                    "curl", "curl --version",
                    "python3 -c 'import csv", "python3 --version",
                    "python3 -c 'import pandas", "python3 -c 'import pandas'",
                    "Rscript", "Rscript --version",
                    "node", "node -e 'fetch'");

    static List<String> lines() throws Exception {
        var text = Files.readString(Path.of("docs/how-to/ask-in-one-line.md"));
        return BLOCK.matcher(text).results().map(m -> m.group(1)).toList();
    }

    private record Ended(int status, String output) {}

    private static Ended run(String line) throws Exception {
        var process =
                new ProcessBuilder("sh", "-c", line)
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), output.strip());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theLinePrintsHowManyRowsThereAre(String line) throws Exception {
        var tool = TOOLS.keySet().stream().filter(line::startsWith).findFirst().orElseThrow();
        assumeTrue(run(TOOLS.get(tool)).status() == 0, "not on this machine: " + TOOLS.get(tool));
        var client = TestServer.bundled().client();
        var ended = run(line.replace(ADDRESS, client.base()));
        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(ended.output()).matches("\\d+");
        if (line.contains("exam-results"))
            assertThat(Integer.parseInt(ended.output()))
                    .isEqualTo(
                            (int)
                                            client.get("/api/queries/results/exam-results.csv")
                                                    .body()
                                                    .lines()
                                                    .count()
                                    - 1);
        else assertThat(Integer.parseInt(ended.output())).isGreaterThan(800);
    }
}
