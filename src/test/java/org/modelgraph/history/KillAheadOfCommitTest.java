package org.modelgraph.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.Faults;
import org.modelgraph.graph.KnowledgeGraph;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is in the history of a write that never took place is gone with it. */
class KillAheadOfCommitTest {
    private static final int WRITES = 3;

    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"commit", "load"})
    void killedBetweenHistoryAndCommitTheWriteLeavesNoTrace(String mode) throws Exception {
        var kills = Faults.times(10, 1);
        for (var kill = 0; kill < kills; kill++) {
            var acknowledged = acknowledgedBeforeDying(mode);
            assertThat(bytesOf(DyingProcess.PERISHED)).as("written ahead").isTrue();
            assertThat(newest()).as("what the command line shows").isEqualTo(acknowledged);
            requireNoTrace(acknowledged);
        }
        Faults.tell("kill between history and %s: %d kills, 0 traces", mode, kills);
    }

    private Path database() {
        return directory.resolve("db");
    }

    private long acknowledgedBeforeDying(String mode) throws Exception {
        var out = directory.resolve("out.txt");
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DyingProcess.class.getName(),
                                database().toString(),
                                mode,
                                String.valueOf(WRITES))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .redirectOutput(out.toFile())
                        .start();
        assertThat(process.waitFor()).isEqualTo(DyingProcess.STATUS);
        var lines = Files.readAllLines(out);
        assertThat(lines).hasSize(WRITES);
        return Long.parseLong(lines.getLast());
    }

    private boolean bytesOf(String text) throws Exception {
        try (var files = Files.walk(database().resolve("history"))) {
            for (var file : files.filter(Files::isRegularFile).toList())
                if (Files.readString(file).contains(text)) return true;
        }
        return false;
    }

    private List<Commit> commits() throws Exception {
        return Chronicle.read(database()).orElseThrow().commits(Selection.newest(1000));
    }

    private long newest() throws Exception {
        return commits().getFirst().version().number();
    }

    private void requireNoTrace(long acknowledged) throws Exception {
        try (var store = KnowledgeGraph.open(database(), DefaultGraph.UNION)) {
            History.of(store, Retention.EVERYTHING);
            assertThat(store.version().number()).isEqualTo(acknowledged);
            assertThat(bytesOf(DyingProcess.PERISHED)).isFalse();
            var next = KeptStore.quad("urn:g", (int) acknowledged);
            var written = store.write(KeptStore.ANNA, overlay -> overlay.add(next));
            assertThat(written.number()).isEqualTo(acknowledged + 1);
            assertThat(commits())
                    .hasSize((int) acknowledged + 1)
                    .allMatch(c -> !c.graphs().contains(DyingProcess.PERISHED));
            assertThat(commits().getFirst().who()).isEqualTo(KeptStore.ANNA.agent());
        }
    }
}
