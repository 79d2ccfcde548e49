package org.modelgraph.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.modelgraph.graph.Compaction;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.Faults;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** A store that is changed often takes no more room than its policy allows. */
class GrowthTest {
    private static final int QUADS = Faults.times(60_000, 2_000);

    @TempDir(factory = Memory.class)
    Path directory;

    /**
     * Files in memory, where the machine has room for them: it is the room that counts here, and a
     * disk would take hours to force so many writes.
     */
    static final class Memory implements TempDirFactory {
        private static final Path MEMORY = Path.of("/dev/shm");
        private static final long ROOM = 1L << 30;

        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
                throws IOException {
            return Files.isWritable(MEMORY) && MEMORY.toFile().getUsableSpace() > ROOM
                    ? Files.createTempDirectory(MEMORY, "growth")
                    : Files.createTempDirectory("growth");
        }
    }

    @Test
    void manySmallUpdatesStayWithinThreeTimesTheCompactedSize() {
        var updates = Faults.times(100_000, 100);
        var most = 0L;
        try (var store = KnowledgeGraph.open(directory.resolve("db"), DefaultGraph.STORED)) {
            store.write(overlay -> {
                for (var n = 0; n < QUADS; n++)
                    overlay.add(iri(n % 50), iri(n), iri(0), iri(n + 1));
            });
            store.upkeep().compact();
            try (var maintenance = maintenance(store)) {
                maintenance.start();
                for (var n = 0; n < updates; n++) {
                    change(store, n);
                    if (n % 100 == 0) most = Math.max(most, store.upkeep().size().real());
                }
            }
            var compacted = compact(store).after().real();
            assertThat(most).isLessThanOrEqualTo(3 * compacted);
            Faults.tell(
                    "growth: %d updates, at most %.1f MiB, compacted %.1f MiB: %.2f times",
                    updates, most / 1048576.0, compacted / 1048576.0, 1.0 * most / compacted);
        }
    }

    /** Compacts once a compaction that the policy began has ended. */
    private static Compaction.Outcome compact(KnowledgeGraph store) {
        return await().atMost(Duration.ofMinutes(1))
                .ignoreExceptionsMatching(
                        e -> e instanceof Problem p && p.kind() == Problem.Kind.BUSY)
                .until(store.upkeep()::compact, Objects::nonNull);
    }

    private Maintenance maintenance(KnowledgeGraph store) {
        return new Maintenance(
                store,
                new Backups(directory.resolve("backups")),
                new DiskGuard(directory, 0),
                new Maintenance.Policy(2, Duration.ZERO));
    }

    private static void change(KnowledgeGraph store, int n) {
        store.write(overlay -> {
            overlay.deleteAny(iri(7), iri(-1), iri(0), Node.ANY);
            overlay.add(
                    iri(7), iri(-1), iri(0), NodeFactory.createLiteralString("value " + n % 100));
        });
    }

    private static Node iri(int n) {
        return NodeFactory.createURI("urn:n:" + n);
    }
}
