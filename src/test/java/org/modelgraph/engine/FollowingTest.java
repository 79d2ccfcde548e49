package org.modelgraph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.graph.AwaitedSnapshot;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.EngineChoice;
import org.modelgraph.graph.KnowledgeGraph;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What a write has changed is seen by the next query, in the engine. */
class FollowingTest {
    private static final String QUERY = "SELECT ?s { ?s <urn:p> ?o }";

    @TempDir Path directory;
    private KnowledgeGraph store;

    @BeforeEach
    void open() {
        store = KnowledgeGraph.open(directory.resolve("db"), DefaultGraph.UNION);
        store.snapshots().start(1L << 28);
        AwaitedSnapshot.of(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Quad quad(int number) {
        return Quad.create(
                NodeFactory.createURI("urn:g"),
                NodeFactory.createURI("urn:s:" + number),
                NodeFactory.createURI("urn:p"),
                NodeFactory.createURI("urn:o:" + number % 7));
    }

    private Trial ask() {
        return store.read(view -> Trial.of(view, QUERY, EngineChoice.AUTO));
    }

    @Test
    void theNextQueryAfterASmallWriteRunsInTheEngineAndSeesIt() {
        for (var i = 0; i < 100; i++) {
            var number = i;
            store.write(overlay -> {
                overlay.add(quad(number));
                if (number % 3 == 2) overlay.delete(quad(number - 1));
            });
            var trial = ask();
            assertThat(trial.byEngine()).isTrue();
            assertThat(trial.rows()).hasSize(i + 1 - (i + 1) / 3);
        }
    }

    @Test
    void aReaderThatBeganBeforeSeesItsOwnVersionInTheEngine() {
        store.write(overlay -> overlay.add(quad(1)));
        store.read(view -> {
            assertThat(Trial.of(view, QUERY, EngineChoice.AUTO).rows()).hasSize(1);
            CompletableFuture.runAsync(
                            () -> {
                                store.write(overlay -> overlay.add(quad(2)));
                                assertThat(ask().rows()).hasSize(2);
                            })
                    .join();
            var trial = Trial.of(view, QUERY, EngineChoice.AUTO);
            assertThat(trial.rows()).hasSize(1);
            assertThat(trial.byEngine()).isTrue();
            return true;
        });
    }

    @Test
    void aLargeWriteIsFollowedToo() {
        store.write(overlay -> {
            for (var i = 0; i < 30_000; i++) overlay.add(quad(i));
        });
        AwaitedSnapshot.of(store);
        store.load(load -> {
            for (var i = 30_000; i < 31_000; i++) load.quad(quad(i));
        });
        AwaitedSnapshot.of(store);
        store.write(overlay -> overlay.delete(quad(0)));
        var trial = ask();
        assertThat(trial.byEngine()).isTrue();
        assertThat(trial.rows()).hasSize(30_999);
    }

    @Test
    void aGraphThatIsTooLargeForASnapshotGetsOneWhenItFitsAgain() throws Exception {
        var room = directory.resolve("small");
        try (var small = KnowledgeGraph.open(room, DefaultGraph.UNION)) {
            small.snapshots().start(1 << 18);
            small.write(overlay -> {
                for (var i = 0; i < 20_000; i++) overlay.add(quad(i));
            });
            await(small, false);
            small.write(overlay -> {
                for (var i = 10; i < 20_000; i++) overlay.delete(quad(i));
            });
            await(small, true);
            var trial = small.read(view -> Trial.of(view, QUERY, EngineChoice.AUTO));
            assertThat(trial.byEngine()).isTrue();
            assertThat(trial.rows()).hasSize(10);
        }
    }

    private static void await(KnowledgeGraph store, boolean kept) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        var version = store.version().number();
        while (store.snapshots().version().filter(v -> v == version).isPresent() != kept
                || store.snapshots().version().isPresent() != kept) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(5);
        }
    }
}
