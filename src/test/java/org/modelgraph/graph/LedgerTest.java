package org.modelgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class LedgerTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Node G = NodeFactory.createURI("urn:g");
    private static final Node H = NodeFactory.createURI("urn:h");

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

    private Version changed(Node graph) {
        return store.read(view -> view.changed(graph));
    }

    private static Receipt receipt(String key, Instant at) {
        return new Receipt(key, "print", 201, Optional.of("http://x/graphs?graph=a%3Ab"), at);
    }

    @Test
    void theLastChangeOfEachGraphIsKeptAcrossAReopening() {
        var first = store.write(overlay -> overlay.add(G, G, G, G));
        var second = store.write(overlay -> overlay.add(Quad.defaultGraphIRI, G, G, G));
        close();
        open();
        assertThat(changed(G)).isEqualTo(first);
        assertThat(changed(Quad.defaultGraphIRI)).isEqualTo(second);
        assertThat(changed(H)).isEqualTo(new Version(first.epoch(), 0));
        var third = store.write(overlay -> overlay.clear(G));
        assertThat(changed(G)).isEqualTo(third);
    }

    @Test
    void aLoadChangesTheGraphsThatItWritesOrClears() {
        var first = store.write(overlay -> overlay.add(G, G, G, G));
        store.load(sink -> sink.quad(Quad.create(H, H, H, H)));
        assertThat(changed(G)).isEqualTo(first);
        var loaded =
                store.load(sink -> {
                    sink.clear(G);
                    sink.quad(Quad.create(H, H, H, G));
                });
        assertThat(changed(G)).isEqualTo(loaded);
        var later = store.write(overlay -> overlay.add(G, G, G, H));
        assertThat(changed(G)).isEqualTo(later);
        assertThat(changed(H)).isEqualTo(loaded);
    }

    @Test
    void aReceiptIsKeptWithTheWriteOrNotAtAll() {
        var version =
                store.write(overlay -> {
                    overlay.add(G, G, G, G);
                    overlay.remember(receipt("k", NOW));
                });
        close();
        open();
        store.write(overlay -> {
            var found = overlay.ledger().receipt("k", NOW.plusSeconds(1)).orElseThrow();
            assertThat(found).isEqualTo(receipt("k", NOW));
            assertThat(overlay.ledger().versionOf(found)).contains(version);
        });
        try {
            store.write(overlay -> {
                overlay.remember(receipt("lost", NOW));
                throw new IllegalStateException();
            });
        } catch (IllegalStateException expected) {
            assertThat(store.version()).isEqualTo(version);
        }
        store.write(overlay -> assertThat(overlay.ledger().receipt("lost", NOW)).isEmpty());
    }

    @Test
    void aReceiptAloneMakesNoVersion() {
        var before = store.version();
        assertThat(store.write(overlay -> overlay.remember(receipt("k", NOW)))).isEqualTo(before);
        store.write(overlay -> assertThat(overlay.ledger().receipt("k", NOW)).isPresent());
    }

    @Test
    void receiptsEndWithTheirTime() {
        store.write(overlay -> overlay.remember(receipt("k", NOW)));
        store.write(overlay -> {
            var end = NOW.plus(Ledger.RECEIPTS_COUNT);
            assertThat(overlay.ledger().receipt("k", end.minus(Duration.ofSeconds(1)))).isPresent();
            assertThat(overlay.ledger().receipt("k", end)).isEmpty();
        });
    }

    @Test
    void onlySoManyReceiptsAreKept() {
        var entries = PrefixMapFactory.create();
        var ledger = new Ledger(entries);
        for (var n = 0; n < Ledger.RECEIPTS + 5; n++)
            ledger.put(receipt("k" + n, NOW), Version.initial());
        assertThat(entries.size()).isEqualTo(2 * Ledger.RECEIPTS + 1);
        assertThat(ledger.receipt("k4", NOW)).isEmpty();
        assertThat(ledger.receipt("k5", NOW)).isPresent();
        assertThat(List.of("k" + (Ledger.RECEIPTS + 4)))
                .allSatisfy(k -> assertThat(ledger.receipt(k, NOW)).isPresent());
    }

    @Test
    void aKeyThatIsUsedAnewAfterItsTimeIsKeptAsLongAsAnyOther() {
        var ledger = new Ledger(PrefixMapFactory.create());
        var later = NOW.plus(Ledger.RECEIPTS_COUNT);
        ledger.put(receipt("k", NOW), Version.initial());
        ledger.put(receipt("k", later), Version.initial());
        for (var n = 0; n < Ledger.RECEIPTS - 1; n++)
            ledger.put(receipt("k" + n, later), Version.initial());
        assertThat(ledger.receipt("k", later)).isPresent();
        ledger.put(receipt("last", later), Version.initial());
        assertThat(ledger.receipt("k", later)).isEmpty();
    }

    @Test
    void noDocumentCanWriteIntoTheLedger() {
        var before = store.version();
        store.load(sink -> {
            sink.prefix("modelgraph.version", "urn:forged");
            sink.quad(Quad.create(G, G, G, G));
        });
        assertThat(store.version()).isEqualTo(new Version(before.epoch(), before.number() + 1));
    }
}
