package org.modelgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.maintenance.BackupReader;
import org.modelgraph.maintenance.Backups;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * A write that was acknowledged survives the sudden death of the process; one that was not is there
 * whole or not at all.
 */
class KillTest {
    @TempDir Path directory;
    private final Random random = new Random(20261124);

    @Test
    void killedInAWriteLoopTheStoreLosesAndTearsNothing() throws Exception {
        survive("commit", WritingProcess.QUADS_A_COMMIT, 300, Faults.times(200, 3));
    }

    @Test
    void killedWhileLoadingTheStoreLosesAndTearsNothing() throws Exception {
        survive("load", WritingProcess.QUADS_A_LOAD, 1500, Faults.times(20, 3));
    }

    @Test
    @EnabledIfSystemProperty(named = "faults", matches = "true")
    void killedWhileCompactingTheStoreLosesNothingAndLeavesNoOrphan() throws Exception {
        survive("compact", WritingProcess.QUADS_A_COMMIT, 400, Faults.times(50, 2));
    }

    @Test
    @EnabledIfSystemProperty(named = "faults", matches = "true")
    void killedWhileBackingUpTheStoreLosesNothingAndNoBackupIsHalf() throws Exception {
        survive("backup", WritingProcess.QUADS_A_COMMIT, 400, Faults.times(50, 2));
        var backups = new Backups(directory.resolve("backup/backups"));
        for (var backup : backups.all()) new BackupReader(backup.file()).verify();
        assertThat(backups.all()).isNotEmpty();
    }

    private void survive(String mode, int quadsAWrite, int longestMillis, int rounds)
            throws Exception {
        var next = 0L;
        var inJournal = 0;
        for (var round = 0; round < rounds; round++) {
            var acknowledged = runAndKill(mode, next, random.nextInt(longestMillis));
            if (JournalTail.of(newest(mode)).size() > 0) inJournal++;
            var counts = counts(mode);
            for (var n = 0L; n <= acknowledged; n++)
                assertThat(counts).as("write %s", n).containsEntry(n, (long) quadsAWrite);
            assertThat(counts.values()).allMatch(count -> count == quadsAWrite);
            assertThat(counts.size()).isLessThanOrEqualTo((int) acknowledged + 2);
            next = counts.keySet().stream().mapToLong(n -> n + 1).max().orElse(0);
        }
        assertThat(next).as("writes over all rounds").isPositive();
        Faults.tell(
                "kill in %s: %d kills (%d with a journal in use), %d writes, 0 lost, 0 torn,"
                        + " 0 orphans",
                mode, rounds, inJournal, next);
    }

    private Path newest(String mode) {
        return Generations.newest(directory.resolve(mode)).orElseThrow();
    }

    /** Runs the writer until it has acknowledged something, then a while longer, then kills it. */
    private long runAndKill(String mode, long from, int moreMillis) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var acknowledged = directory.resolve(mode + "-" + from + ".log");
        var process =
                new ProcessBuilder(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                WritingProcess.class.getName(),
                                directory.resolve(mode).toString(),
                                mode,
                                String.valueOf(from))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .redirectOutput(acknowledged.toFile())
                        .start();
        try {
            while (process.isAlive() && Files.size(acknowledged) == 0) Thread.sleep(5);
            Thread.sleep(moreMillis);
        } finally {
            process.destroyForcibly().waitFor();
        }
        var lines = Files.readAllLines(acknowledged);
        assertThat(lines).as("acknowledged writes").isNotEmpty();
        return Long.parseLong(lines.getLast());
    }

    private Map<Long, Long> counts(String mode) {
        var counts = new HashMap<Long, Long>();
        try (var store = KnowledgeGraph.open(directory.resolve(mode), DefaultGraph.STORED)) {
            assertThat(Generations.orphans(directory.resolve(mode))).isEmpty();
            store.read(view -> {
                view.dataset()
                        .find()
                        .forEachRemaining(q -> {
                            assertThat(q.getObject().getLiteralLexicalForm()).startsWith("value ");
                            counts.merge(
                                    Long.parseLong(
                                            q.getGraph().getURI().substring("urn:write:".length())),
                                    1L,
                                    Long::sum);
                        });
                return true;
            });
        }
        return counts;
    }
}
