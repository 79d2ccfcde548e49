package org.modelgraph.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.Faults;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** A disk that becomes full, at many points: nothing acknowledged is lost, and writing resumes. */
@EnabledIfSystemProperty(named = "faults", matches = "true")
class DiskFullTest {
    private static final int QUADS = 200;
    private static final long DISK = 64L << 20;

    private Path disk = Path.of("target");
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createTempDirectory(Path.of("target"), "disk-").toAbsolutePath();
        mounted = run("mount", "-t", "tmpfs", "-o", "size=" + DISK, "tmpfs", disk.toString()) == 0;
        assumeTrue(mounted, "a small disk can be mounted by root only");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) run("umount", "-l", disk.toString());
        Files.deleteIfExists(disk);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void atEveryPointWhatWasAcknowledgedStaysAndWritingResumes() throws Exception {
        var points = Faults.times(20, 3);
        var refused = 0;
        var acknowledged = new HashSet<Integer>();
        var ballast = disk.resolve("ballast");
        try (var store = KnowledgeGraph.open(disk.resolve("db"), DefaultGraph.STORED)) {
            for (var point = 0; point < points; point++) {
                leaveFree(ballast, 150L * 1024 + point * 37L * 1024);
                refused += writeUntilRefused(store, point * 1000, acknowledged);
                requireAll(store, acknowledged);
                Files.delete(ballast);
                write(store, point * 1000 + 999);
                acknowledged.add(point * 1000 + 999);
                requireAll(store, acknowledged);
                store.upkeep().compact();
            }
        }
        try (var store = KnowledgeGraph.open(disk.resolve("db"), DefaultGraph.STORED)) {
            requireAll(store, acknowledged);
        }
        Faults.tell(
                "disk full: at %d points, %d writes refused, %d acknowledged, 0 lost, resumed at"
                        + " every point without restart",
                points, refused, acknowledged.size());
    }

    private void leaveFree(Path ballast, long bytes) throws IOException {
        try (var file = new RandomAccessFile(ballast.toFile(), "rw")) {
            var block = new byte[4096];
            while (Files.getFileStore(disk).getUsableSpace() > bytes) file.write(block);
        }
    }

    private static int writeUntilRefused(KnowledgeGraph store, int from, Set<Integer> done) {
        for (var n = from; n < from + 900; n++) {
            try {
                write(store, n);
                done.add(n);
            } catch (Problem problem) {
                assertThat(problem.kind()).isEqualTo(Problem.Kind.INSUFFICIENT_STORAGE);
                return 1;
            }
        }
        throw new AssertionError("the disk was never full");
    }

    private static void write(KnowledgeGraph store, int n) {
        store.write(overlay -> {
            var graph = NodeFactory.createURI("urn:write:" + n);
            for (var i = 0; i < QUADS; i++)
                overlay.add(
                        graph,
                        NodeFactory.createURI("urn:s:" + n + ":" + i),
                        NodeFactory.createURI("urn:p"),
                        NodeFactory.createLiteralString("value " + n + " " + i));
        });
    }

    private static void requireAll(KnowledgeGraph store, Set<Integer> acknowledged) {
        var graphs =
                store.read(view ->
                        Iter.toSet(
                                Iter.map(
                                        view.dataset().listGraphNodes(),
                                        g -> {
                                            assertThat(view.graph(g).size())
                                                    .as(g.toString())
                                                    .isEqualTo(QUADS);
                                            return Integer.parseInt(
                                                    g.getURI().substring("urn:write:".length()));
                                        })));
        assertThat(graphs).isEqualTo(acknowledged);
    }
}
