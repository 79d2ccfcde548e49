package org.modelgraph.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.Faults;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.Receipt;
import org.modelgraph.problem.Problem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

class BackupTest {
    private static final Node G = NodeFactory.createURI("urn:g");

    @TempDir Path directory;
    private Path database;
    private Backups backups;

    @BeforeEach
    void fill() {
        database = directory.resolve("db");
        backups = new Backups(directory.resolve("backups"));
        try (var store = open(database)) {
            store.write(overlay -> {
                var blank = NodeFactory.createBlankNode();
                for (var n = 0; n < 500; n++)
                    overlay.add(
                            n % 3 == 0 ? Quad.defaultGraphIRI : G,
                            n % 5 == 0 ? blank : NodeFactory.createURI("urn:s" + n),
                            NodeFactory.createURI("urn:p"),
                            NodeFactory.createLiteralLang("line\n\"" + n + "\" 数", "zh"));
                overlay.add(G, G, G, NodeFactory.createBlankNode("odd.label/%41"));
                overlay.remember(new Receipt("key", "print", 204, Optional.empty(), Instant.now()));
            });
        }
    }

    private static KnowledgeGraph open(Path directory) {
        return KnowledgeGraph.open(directory, DefaultGraph.STORED);
    }

    private Backup backup() {
        try (var store = open(database)) {
            return backups.create(store);
        }
    }

    /** The hash of the quads of a backup, whatever their order. */
    private static String canonicalHash(Backup backup) throws Exception {
        try (var in = new GZIPInputStream(Files.newInputStream(backup.file()))) {
            var lines =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(l -> !l.startsWith("#"))
                            .sorted()
                            .toList();
            assertThat(lines).hasSize(501);
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(
                                            String.join("\n", lines)
                                                    .getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void backupAndRestoringInTurnKeepEveryQuad() throws Exception {
        var first = canonicalHash(backup());
        var cycles = Faults.times(100, 3);
        for (var n = 0; n < cycles; n++) {
            new Restoration(database).from(backups.newest().orElseThrow().file(), true);
            assertThat(canonicalHash(backup())).as("cycle %s", n).isEqualTo(first);
        }
        Faults.tell("backup and restore: %d cycles, one canonical hash", cycles);
    }

    @Test
    void aRestoredStoreHasAnEpochOfItsOwnAndKeepsItsReceipts() {
        var backup = backup();
        try (var store = open(database)) {
            store.write(overlay -> overlay.add(G, G, G, G));
        }
        var before = new BackupReader(backup.file()).verify();
        var outcome = new Restoration(database).from(backup.file(), true);
        assertThat(outcome.version().epoch()).isNotEqualTo(before.version().epoch());
        assertThat(outcome.version().number()).isEqualTo(before.version().number() + 1);
        try (var store = open(database)) {
            assertThat((Object) store.version()).isEqualTo(outcome.version());
            assertThat((Object) store.read(view -> view.changed(G))).isEqualTo(outcome.version());
            store.write(overlay ->
                    assertThat(overlay.ledger().receipt("key", Instant.now())).isPresent());
        }
    }

    @Test
    void aTruncatedOrAlteredFileIsRefusedAndTheStoreStays() throws Exception {
        var whole = Files.readAllBytes(backup().file());
        var bad = directory.resolve("bad.nq.gz");
        for (var length = 0; length < whole.length; length += Math.max(1, whole.length / 40)) {
            Files.write(bad, Arrays.copyOf(whole, length));
            refuse(bad);
            var altered = whole.clone();
            altered[length] ^= 0x10;
            Files.write(bad, altered);
            if (length > 9 && !Arrays.equals(unpacked(altered), unpacked(whole))) refuse(bad);
        }
        try (var store = open(database)) {
            assertThat(store.version().number()).isEqualTo(1);
        }
    }

    /**
     * What a file holds, nothing where it can't be read; a bit that fills up a byte is no content.
     */
    private static byte[] unpacked(byte[] packed) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }

    @Test
    void aFileThatWasPackedAnewAfterAChangeIsRefused() throws Exception {
        var text = new ByteArrayOutputStream();
        try (var in = new GZIPInputStream(Files.newInputStream(backup().file()))) {
            in.transferTo(text);
        }
        var bad = directory.resolve("bad.nq.gz");
        try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(bad))) {
            out.write(
                    text.toString(StandardCharsets.UTF_8)
                            .replaceFirst("urn:s1>", "urn:s2>")
                            .getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> new Restoration(database).from(bad, true))
                .hasMessageContaining("was altered");
    }

    private void refuse(Path bad) {
        assertThatThrownBy(() -> new Restoration(database).from(bad, true))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aStoreIsReplacedOnlyWhenThatIsSaidAndNeverWhileItIsOpen() {
        var backup = backup();
        assertThatThrownBy(() -> new Restoration(database).from(backup.file(), false))
                .hasMessageContaining("a store in");
        try (var store = open(database)) {
            assertThatThrownBy(() -> new Restoration(database).from(backup.file(), true))
                    .hasMessageContaining("in use by process " + ProcessHandle.current().pid());
            assertThat(store.version().number()).isEqualTo(1);
        }
        var fresh = directory.resolve("fresh");
        new Restoration(fresh).from(backup.file(), false);
        try (var store = open(fresh)) {
            assertThat((Object) store.read(view -> view.dataset().find().hasNext()))
                    .isEqualTo(true);
        }
    }

    @Test
    void whatASuddenEndLeftHalfWrittenIsRemoved() throws Exception {
        Files.createDirectories(directory.resolve("backups"));
        var part = directory.resolve("backups/modelgraph-20260101T000000.000Z.nq.gz.part");
        Files.writeString(part, "half");
        backup();
        assertThat(part).doesNotExist();
        assertThat(backups.all()).hasSize(1);
    }

    @Test
    void theNewestOfSevenDaysFourWeeksAndSixMonthsAreKept() {
        var all =
                java.util.stream.IntStream.range(0, 400)
                        .mapToObj(n ->
                                Instant.parse("2026-11-27T03:00:00Z")
                                        .minus(java.time.Duration.ofHours(12L * n)))
                        .map(at -> new Backup(Path.of(Backup.name(at)), at))
                        .toList();
        var kept = Retention.kept(all).stream().map(b -> b.at().toString()).sorted().toList();
        assertThat(kept)
                .containsExactly(
                        "2026-06-30T15:00:00Z",
                        "2026-07-31T15:00:00Z",
                        "2026-08-31T15:00:00Z",
                        "2026-09-30T15:00:00Z",
                        "2026-10-31T15:00:00Z",
                        "2026-11-08T15:00:00Z",
                        "2026-11-15T15:00:00Z",
                        "2026-11-21T15:00:00Z",
                        "2026-11-22T15:00:00Z",
                        "2026-11-23T15:00:00Z",
                        "2026-11-24T15:00:00Z",
                        "2026-11-25T15:00:00Z",
                        "2026-11-26T15:00:00Z",
                        "2026-11-27T03:00:00Z");
    }
}
