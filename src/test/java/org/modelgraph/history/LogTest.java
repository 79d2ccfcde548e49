package org.modelgraph.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.modelgraph.graph.Change;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.Participant;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The log stays true where a write fails, the process dies, room is short or much is loaded. */
class LogTest extends KeptStore {
    @Test
    void aRefusedWriteLeavesNoEntryEvenIfItWasPrepared() {
        add(quad("urn:g", 1));
        store.enlist(
                new Participant() {
                    private boolean refusing = true;

                    @Override
                    public void prepare(Change change) {
                        if (refusing) {
                            refusing = false;
                            throw new IllegalStateException("no");
                        }
                    }
                });
        assertThatThrownBy(() -> add(quad("urn:g", 2))).hasMessage("no");
        assertThat(commits()).hasSize(1);
        add(quad("urn:g", 3));
        assertThat(commits()).hasSize(2);
        reopen(Retention.EVERYTHING);
        assertThat(commits().getFirst().graphs()).containsExactly("urn:g");
        assertThat(history.chronicle().between(1, 2).added()).containsExactly(quad("urn:g", 3));
    }

    @Test
    void anEntryWhoseCommitDidNotTakePlaceIsDroppedAtTheNextStart() throws IOException {
        add(quad("urn:g", 1));
        var root = store.directory().resolve("history");
        var version = store.version();
        store.close();
        var log = CommitLog.open(root, version);
        var body = new PatchBody(log.directory(), 2, 0);
        body.add(quad("urn:g", 9));
        var ahead =
                body.seal(
                        version,
                        new org.modelgraph.graph.Version(version.epoch(), 2),
                        ANNA,
                        java.time.Instant.now());
        log.prepare(ahead, body.entry(ahead), Retention.EVERYTHING);
        assertThat(Chronicle.read(store.directory()).orElseThrow().newest()).isEqualTo(1);
        open(Retention.EVERYTHING);
        assertThat(commits()).hasSize(1);
        add(quad("urn:g", 2));
        assertThat(history.chronicle().between(1, 2).added()).containsExactly(quad("urn:g", 2));
    }

    @Test
    void whatWasTornByASuddenEndIsDropped() throws IOException {
        add(quad("urn:g", 1));
        store.close();
        var segment = segments().getFirst();
        Files.writeString(
                segment, "#+ 2 500 00000000\nH id", java.nio.file.StandardOpenOption.APPEND);
        open(Retention.EVERYTHING);
        add(quad("urn:g", 2));
        assertThat(commits()).hasSize(2);
        assertThat(stateAt(1)).hasSize(1);
    }

    private List<Path> segments() throws IOException {
        try (var files = Files.walk(directory.resolve("db/history"))) {
            return files.filter(f -> f.toString().endsWith(".rdfp")).sorted().toList();
        }
    }

    @Test
    void commitsMadeWithoutTheHistoryAreAGap() {
        add(quad("urn:g", 1));
        store.close();
        try (var other = KnowledgeGraph.open(directory.resolve("db"), DefaultGraph.UNION)) {
            other.write(overlay -> overlay.add(quad("urn:g", 2)));
            other.write(overlay -> overlay.add(quad("urn:g", 3)));
        }
        open(Retention.EVERYTHING);
        add(quad("urn:g", 4));
        assertThat(commits()).hasSize(3);
        assertThat(commits().get(1).isWhole()).isFalse();
        assertThat(stateAt(3)).hasSize(3);
        assertThatThrownBy(() -> stateAt(1))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("does not lead back to version 1");
    }

    @Test
    void aLoadThatFailsLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() ->
                        store.load(
                                ANNA,
                                sink -> {
                                    for (var n = 0; n < 30_000; n++) sink.quad(quad("urn:many", n));
                                    throw new IllegalStateException("enough");
                                }))
                .hasMessage("enough");
        add(quad("urn:g", 1));
        assertThat(commits()).hasSize(1);
        assertThat(segments()).hasSize(1);
        try (var files = Files.walk(directory.resolve("db/history"))) {
            assertThat(files.filter(f -> f.toString().endsWith(".gz"))).isEmpty();
        }
    }

    @Test
    void theOldestPartGoesWhenTheWholeIsTooLarge() throws IOException {
        reopen(new Retention(Duration.ZERO, 256 << 10));
        for (var n = 0; n < 100; n++) {
            var first = 100 * n;
            store.write(
                    ANNA,
                    overlay -> {
                        for (var i = 0; i < 100; i++) overlay.add(quad("urn:g", first + i));
                    });
        }
        assertThat(size()).isLessThan(300 << 10);
        var oldest = history.chronicle().oldest();
        assertThat(oldest).isBetween(10L, 99L);
        assertThat(stateAt(oldest)).hasSize((int) (100 * oldest));
        assertThatThrownBy(() -> stateAt(oldest - 1)).isInstanceOf(Problem.class);
    }

    private long size() throws IOException {
        var size = 0L;
        for (var segment : segments()) size += Files.size(segment);
        return size;
    }

    @Test
    void aLoadLargerThanTheHistoryMayBeIsAGap() {
        reopen(new Retention(Duration.ZERO, 64 << 10));
        var random = new java.util.Random(7);
        store.load(
                ANNA,
                sink -> {
                    for (var n = 0; n < 40_000; n++)
                        sink.quad(quad("urn:g" + random.nextLong(), n));
                });
        assertThat(commits().getFirst().isWhole()).isFalse();
        assertThat(commits().getFirst().added()).isEqualTo(40_000);
        assertThatThrownBy(() -> stateAt(0)).isInstanceOf(Problem.class);
    }

    @Test
    void manyQuadsGoIntoAFileOfTheirOwnAndALoadIsKeptToo() {
        store.write(
                ANNA,
                overlay -> {
                    for (var n = 0; n < 30_000; n++) overlay.add(quad("urn:many", n));
                });
        assertThat(commits().getFirst().patch()).isInstanceOf(Commit.Patch.Filed.class);
        store.load(
                ANNA,
                sink -> {
                    for (var n = 29_000; n < 60_000; n++) sink.quad(quad("urn:many", n));
                    sink.quad(quad("urn:other", 1));
                });
        var load = commits().getFirst();
        assertThat(load.added()).isEqualTo(30_001);
        assertThat(load.graphs()).containsExactly("urn:many", "urn:other");
        assertThat(stateAt(1)).hasSize(30_000);
        assertThat(history.chronicle().between(0, 2).added()).hasSize(60_001);
    }
}
