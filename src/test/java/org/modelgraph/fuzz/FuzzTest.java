package org.modelgraph.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modelgraph.graph.Faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whatever a stranger sends is taken or refused. Every build tries the inputs that are kept in
 * {@code src/test/resources/fuzz}; with {@code -Pfuzz} Jazzer seeks others, starting from these, by
 * which code they reach.
 */
class FuzzTest {
    private static final Path KEPT = Path.of("src/test/resources/fuzz");

    /** The code whose branches Jazzer tries to reach: ours, and Jena's parsers. */
    private static final List<String> WATCHED =
            List.of(
                    "org.modelgraph.**",
                    "org.apache.jena.riot.**",
                    "org.apache.jena.sparql.lang.**",
                    "org.apache.jena.rfc3986.**",
                    "org.apache.jena.rdfpatch.**",
                    "com.apicatalog.**");

    private static final Pattern RUNS = Pattern.compile("Done (\\d+) runs");
    private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+)");

    private static Stream<Path> kept(Reader reader) throws IOException {
        try (var files = Files.list(KEPT.resolve(reader.folder()))) {
            return files.sorted().toList().stream();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyInputThatIsKeptIsTakenOrRefused() {
        return Arrays.stream(Reader.values())
                .map(reader ->
                        DynamicTest.dynamicTest(
                                reader.folder(),
                                () -> {
                                    var inputs = kept(reader).toList();
                                    assertThat(inputs).hasSizeGreaterThan(2);
                                    for (var input : inputs) {
                                        var bytes = Files.readAllBytes(input);
                                        for (var n = bytes.length; n >= 0; n -= step(n))
                                            tryOn(reader, input, Arrays.copyOf(bytes, n));
                                    }
                                }));
    }

    /** Whole, and broken off at some places. */
    private static int step(int length) {
        return Math.max(1, length / 8);
    }

    private static void tryOn(Reader reader, Path input, byte[] bytes) {
        try {
            reader.tryOn(bytes);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(input + ", the first " + bytes.length + " bytes", e);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    @EnabledIfSystemProperty(named = "fuzz", matches = "true")
    void jazzerFindsNoInputThatIsNeitherTakenNorRefused(Reader reader) throws Exception {
        var seconds = Integer.getInteger("fuzz.seconds", 60);
        var work = Path.of("target/fuzz", reader.folder()).toAbsolutePath();
        Files.createDirectories(work.resolve("corpus"));
        var log = work.resolve("log.txt");
        var process =
                new ProcessBuilder(command(reader, work, seconds))
                        .directory(work.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            assertThat(process.waitFor()).as(() -> finding(log)).isZero();
        } finally {
            process.destroyForcibly().waitFor();
        }
        var told = Files.readString(log);
        Faults.tell(
                "fuzz %s: %d s, %s runs, %s points of the code reached, 0 found",
                reader.folder(), seconds, last(RUNS, told), last(COVERAGE, told));
    }

    /** What went wrong and on which input, for whoever has the output of the tests alone. */
    private static String finding(Path log) {
        try {
            var told = Files.readAllLines(log);
            var from = Math.max(0, told.indexOf(started(told)));
            return Stream.concat(
                            told.subList(from, told.size()).stream().limit(12),
                            told.stream().filter(line -> line.startsWith("Base64:")))
                    .collect(Collectors.joining("\n", log + "\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String started(List<String> told) {
        return told.stream()
                .filter(line -> line.startsWith("== Java Exception"))
                .findFirst()
                .orElse("");
    }

    private static String last(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(r -> r.group(1))
                .reduce((_, next) -> next)
                .orElseThrow();
    }

    private static List<String> command(Reader reader, Path work, int seconds) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Xss8m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfuzz.reader=" + reader.name(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzedReader.class.getName(),
                "--instrumentation_includes=" + String.join(":", WATCHED),
                "--custom_hook_excludes=org.apache.jena.**",
                "-max_total_time=" + seconds,
                "-rss_limit_mb=3000",
                "-timeout=60",
                "-artifact_prefix=" + work + "/",
                work.resolve("corpus").toString(),
                KEPT.resolve(reader.folder()).toAbsolutePath().toString());
    }
}
