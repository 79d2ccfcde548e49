package org.modelgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

class CompactionTest {
    private static final int COMPACTIONS = Faults.times(100, 5);

    @TempDir Path directory;
    private KnowledgeGraph store;

    @BeforeEach
    void open() {
        store = KnowledgeGraph.open(directory.resolve("db"), DefaultGraph.UNION);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static void replace(Overlay overlay, long n) {
        var counter = NodeFactory.createURI("urn:counter");
        var value = NodeFactory.createURI("urn:value");
        overlay.deleteAny(counter, counter, value, org.apache.jena.graph.Node.ANY);
        overlay.add(counter, counter, value, NodeFactory.createLiteralString("value " + n));
    }

    private long value() {
        return store.read(view -> {
            var quads = view.dataset().find();
            var text = quads.next().getObject().getLiteralLexicalForm();
            assertThat(quads.hasNext()).isFalse();
            return Long.parseLong(text.substring("value ".length()));
        });
    }

    @Test
    void itGivesBackTheRoomAndChangesNothingThatAReaderSees() {
        for (var n = 1; n <= 40; n++) {
            var now = n;
            store.write(overlay -> replace(overlay, now));
        }
        var before = store.upkeep().size();
        var version = store.version();
        var outcome = store.upkeep().compact();
        assertThat(outcome.version()).isEqualTo(version).isEqualTo(store.version());
        assertThat(outcome.after().real()).isLessThan(before.real() / 2);
        assertThat(store.upkeep().size().real()).isLessThan(before.real() / 2);
        assertThat(value()).isEqualTo(40);
        assertThat(store.upkeep().compacted()).isPresent();
    }

    @Test
    void theLedgerSurvivesSoThatTagsAndReceiptsStayRight() {
        var graph = NodeFactory.createURI("urn:g");
        var receipt = new Receipt("key", "print", 204, Optional.empty(), Instant.now());
        store.write(overlay -> {
            overlay.add(graph, graph, graph, graph);
            overlay.remember(receipt);
        });
        var changed = store.read(view -> view.changed(graph));
        store.write(overlay -> replace(overlay, 1));
        store.upkeep().compact();
        assertThat((Object) store.read(view -> view.changed(graph))).isEqualTo(changed);
        store.write(
                overlay -> assertThat(overlay.ledger().receipt("key", Instant.now())).isPresent());
    }

    @Test
    void whatWasWrittenAndCompactedIsThereAfterAnOpeningAnew() {
        store.write(overlay -> replace(overlay, 1));
        store.upkeep().compact();
        store.write(overlay -> replace(overlay, 2));
        store.close();
        open();
        assertThat(value()).isEqualTo(2);
        assertThat(Generations.orphans(directory.resolve("db"))).isEmpty();
    }

    @Test
    void orphansOfASuddenEndAreRemovedAtTheStart() throws Exception {
        store.write(overlay -> replace(overlay, 1));
        store.upkeep().compact();
        store.close();
        var db = directory.resolve("db");
        for (var name : new String[] {"Data-0001", "Next-0003", "Data-0003-tmp"})
            Files.writeString(Files.createDirectories(db.resolve(name)).resolve("SPO.dat"), "x");
        assertThat(Generations.orphans(db)).hasSize(3);
        open();
        assertThat(Generations.orphans(db)).isEmpty();
        assertThat(value()).isEqualTo(1);
    }

    @Test
    void aReaderThatRunsOnHoldsUpNeitherReadersNorWritersWhileACompactionWaits() throws Exception {
        store.write(overlay -> replace(overlay, 1));
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow =
                CompletableFuture.supplyAsync(() ->
                        store.read(view -> {
                            reading.countDown();
                            await(goOn);
                            return view.dataset().find().next();
                        }));
        await(reading);
        var compaction = CompletableFuture.supplyAsync(store.upkeep()::compact);
        for (var n = 2; n < 12; n++) {
            var now = n;
            store.write(overlay -> replace(overlay, now));
            assertThat(value()).isEqualTo(n);
        }
        assertThat(compaction).isNotDone();
        goOn.countDown();
        assertThat((Object) slow.get()).isInstanceOf(Quad.class);
        compaction.get(30, TimeUnit.SECONDS);
        assertThat(value()).isEqualTo(11);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void compactionsUnderFourReadersAndAWriterFailNobodyAndHangNowhere() throws Exception {
        store.write(overlay -> replace(overlay, 0));
        var stop = new AtomicBoolean();
        var acknowledged = new AtomicLong();
        var reads = new AtomicLong();
        var longest = new AtomicLong();
        var workers = new ArrayList<CompletableFuture<Void>>();
        workers.add(
                loop(
                        stop,
                        longest,
                        () -> {
                            var next = acknowledged.get() + 1;
                            store.write(overlay -> replace(overlay, next));
                            acknowledged.set(next);
                        }));
        for (var reader = 0; reader < 4; reader++)
            workers.add(
                    loop(
                            stop,
                            longest,
                            () -> {
                                var least = acknowledged.get();
                                assertThat(value()).isGreaterThanOrEqualTo(least);
                                reads.incrementAndGet();
                            }));
        for (var n = 0; n < COMPACTIONS; n++) store.upkeep().compact();
        stop.set(true);
        for (var worker : workers) worker.get(60, TimeUnit.SECONDS);
        assertThat(value()).isEqualTo(acknowledged.get());
        Faults.tell(
                "compaction: %d under load, %d reads, %d writes, 0 failed, longest wait %d ms",
                COMPACTIONS, reads.get(), acknowledged.get(), longest.get() / 1_000_000);
    }

    private static CompletableFuture<Void> loop(
            AtomicBoolean stop, AtomicLong longest, Runnable work) {
        var done = new CompletableFuture<Void>();
        Thread.ofPlatform()
                .start(() -> {
                    try {
                        while (!stop.get()) {
                            var begin = System.nanoTime();
                            work.run();
                            longest.accumulateAndGet(System.nanoTime() - begin, Math::max);
                        }
                        done.complete(null);
                    } catch (Throwable e) {
                        done.completeExceptionally(e);
                    }
                });
        return done;
    }
}
