package org.modelgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.problem.Problem;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

class KnowledgeGraphTest {
    private static final Node G = iri("urn:g");
    private static final Node P = iri("urn:p");

    @TempDir Path directory;
    private KnowledgeGraph store;

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    @BeforeEach
    void open() {
        store = KnowledgeGraph.open(directory.resolve("db"), DefaultGraph.UNION);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private long size() {
        return store.read(view -> Iter.count(view.dataset().find()));
    }

    private List<Node> objects() {
        return store.read(view -> Iter.toList(Iter.map(view.dataset().find(), Quad::getObject)));
    }

    private static void add(Overlay overlay, int n) {
        overlay.add(G, iri("urn:s" + n), P, NodeFactory.createLiteralString("value " + n));
    }

    @Test
    void aWriteIsSeenByTheNextReader() {
        store.write(overlay -> add(overlay, 1));
        assertThat(size()).isEqualTo(1);
    }

    @Test
    void aReaderStaysOnTheStateOfItsBegin() {
        var begun = new CountDownLatch(1);
        var written = new CountDownLatch(1);
        var reader =
                CompletableFuture.supplyAsync(() ->
                        store.read(view -> {
                            begun.countDown();
                            await(written);
                            return Iter.count(view.dataset().find());
                        }));
        await(begun);
        store.write(overlay -> add(overlay, 1));
        written.countDown();
        assertThat(reader.join()).isZero();
        assertThat(size()).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aWriteThatThrowsLeavesNoTrace() {
        store.write(overlay -> add(overlay, 1));
        var before = store.version();
        assertThatThrownBy(() ->
                        store.write(overlay -> {
                            add(overlay, 2);
                            overlay.clear(G);
                            throw new IllegalStateException("changed my mind");
                        }))
                .hasMessage("changed my mind");
        assertThat(size()).isEqualTo(1);
        assertThat(store.version()).isEqualTo(before);
    }

    @Test
    void aWriteThatChangesNothingMakesNoVersion() {
        store.write(overlay -> add(overlay, 1));
        var before = store.version();
        assertThat(store.write(overlay -> add(overlay, 1))).isEqualTo(before);
        assertThat(store.write(overlay -> overlay.clear(iri("urn:empty")))).isEqualTo(before);
    }

    @Test
    void theVersionGrowsByOneAndSurvivesAReopening() {
        var first = store.version();
        var second = store.write(overlay -> add(overlay, 1));
        assertThat(second).isEqualTo(new Version(first.epoch(), first.number() + 1));
        store.close();
        open();
        assertThat(store.version()).isEqualTo(second);
    }

    @Test
    void theVersionIsNoQuad() {
        store.write(overlay -> add(overlay, 1));
        store.write(overlay -> overlay.clear(G));
        assertThat(size()).isZero();
    }

    @Test
    void anotherStoreHasAnotherEpoch() {
        try (var other = KnowledgeGraph.open(directory.resolve("other"), DefaultGraph.UNION)) {
            assertThat(other.version().epoch()).isNotEqualTo(store.version().epoch());
        }
    }

    @Test
    void aFailedLoadLeavesNoTraceAndTheStoreSound() {
        store.write(overlay -> add(overlay, 1));
        for (var round = 0; round < 5; round++) {
            var base = round * 100_000;
            assertThatThrownBy(() -> store.load(sink -> fail(sink, base))).hasMessage("broken off");
            store.write(overlay -> add(overlay, base + 7));
        }
        assertThat(size()).isEqualTo(6);
        store.close();
        open();
        assertThat(objects())
                .hasSize(6)
                .allSatisfy(o -> assertThat(o.getLiteralLexicalForm()).startsWith("value "));
    }

    /** Sends 50,000 statements with new nodes and then breaks off: the case of apache/jena#3877. */
    private static void fail(StreamRDF sink, int base) {
        IntStream.range(base, base + 50_000)
                .mapToObj(n ->
                        Quad.create(
                                G,
                                iri("urn:lost" + n),
                                P,
                                NodeFactory.createLiteralString("lost " + n)))
                .forEach(sink::quad);
        throw new IllegalStateException("broken off");
    }

    @Test
    void aLoadIsOneCommit() {
        var before = store.version();
        var after =
                store.load(sink ->
                        IntStream.range(0, 1000)
                                .mapToObj(n -> Quad.create(G, iri("urn:s" + n), P, iri("urn:o")))
                                .forEach(sink::quad));
        assertThat(after.number()).isEqualTo(before.number() + 1);
        assertThat(size()).isEqualTo(1000);
    }

    @Test
    void aSecondOpenerIsToldThatTheDirectoryIsNoPlaceOrInUse() throws Exception {
        var other = directory.resolve("no-store");
        Files.createDirectories(other);
        Files.writeString(other.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> KnowledgeGraph.open(other, DefaultGraph.UNION))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("notes.txt");
    }

    @Test
    void anInvalidUseAfterCloseIsAProblem() {
        store.close();
        assertThatThrownBy(() -> store.version()).isInstanceOf(Problem.class);
    }
}
