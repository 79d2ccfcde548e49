package org.modelgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.dboe.base.file.BufferChannelFile;
import org.apache.jena.dboe.transaction.txn.Transaction;
import org.apache.jena.dboe.transaction.txn.TransactionListener;
import org.apache.jena.dboe.transaction.txn.journal.Journal;
import org.apache.jena.dboe.transaction.txn.journal.JournalEntry;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A commit is in the store with the last byte of its COMMIT record, and before that not at all,
 * wherever the journal breaks off.
 */
class JournalTailTest {
    private static final String SUBJECT = "urn:s";

    @TempDir Path directory;
    private Path store;

    /** The files of the generation that a commit changes behind its COMMIT record. */
    private final Map<String, byte[]> small = new TreeMap<>();

    private byte[] journal = {};

    @BeforeEach
    void stopACommitBeforeItsCommitRecord() throws Exception {
        store = directory.resolve("db");
        try (var graph = KnowledgeGraph.open(store, DefaultGraph.STORED)) {
            graph.write(overlay -> add(overlay, 1));
        }
        var caught = directory.resolve("caught");
        var dataset = StoreFiles.connect(store);
        var transactions = TDBInternal.getTransactionCoordinator(dataset);
        transactions.modifyConfig(() -> transactions.addListener(new Catching(caught)));
        dataset.begin(org.apache.jena.query.TxnType.WRITE);
        dataset.add(
                org.apache.jena.sparql.core.Quad.defaultGraphIRI,
                NodeFactory.createURI(SUBJECT + 2),
                NodeFactory.createURI("urn:p"),
                NodeFactory.createLiteralString("the second"));
        dataset.commit();
        dataset.end();
        TDBInternal.expel(dataset, true);
        for (var entry : small.entrySet())
            Files.write(generation().resolve(entry.getKey()), entry.getValue());
        journal = Files.readAllBytes(caught);
    }

    /**
     * Copies the journal with a COMMIT record, and the state of the files, when all is prepared.
     */
    private final class Catching implements TransactionListener {
        private final Path copy;

        Catching(Path copy) {
            this.copy = copy;
        }

        @Override
        public void notifyPrepareFinish(Transaction transaction) {
            try (var files = Files.list(generation())) {
                for (var file : files.filter(f -> isState(f.getFileName().toString())).toList())
                    small.put(file.getFileName().toString(), Files.readAllBytes(file));
                Files.copy(generation().resolve(JournalTail.FILE), copy);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var channel = BufferChannelFile.createUnmanaged(copy.toString(), "rw");
            channel.position(channel.size());
            var extended = Journal.create(channel);
            extended.writeJournal(JournalEntry.COMMIT);
            extended.close();
        }

        private static boolean isState(String name) {
            return name.endsWith(".bpt") || name.endsWith(".bdf");
        }
    }

    private Path generation() {
        return Generations.newest(store).orElseThrow();
    }

    private static void add(Overlay overlay, int n) {
        overlay.add(
                org.apache.jena.sparql.core.Quad.defaultGraphIRI,
                NodeFactory.createURI(SUBJECT + n),
                NodeFactory.createURI("urn:p"),
                NodeFactory.createLiteralString("value"));
    }

    private void breakOffAfter(int bytes) throws IOException {
        Files.write(generation().resolve(JournalTail.FILE), Arrays.copyOf(journal, bytes));
    }

    private long statements() {
        try (var graph = KnowledgeGraph.open(store, DefaultGraph.STORED)) {
            return graph.read(
                    view -> org.apache.jena.atlas.iterator.Iter.count(view.dataset().find()));
        }
    }

    @Test
    void atEveryByteWhatIsLeftIsWholeForTdb2() throws Exception {
        assertThat(journal.length).isGreaterThan(100);
        for (var length = 0; length <= journal.length; length++) {
            breakOffAfter(length);
            JournalTail.drop(generation());
            var file = generation().resolve(JournalTail.FILE);
            var read = Journal.create(BufferChannelFile.createUnmanaged(file.toString(), "r"));
            try {
                read.entries().forEachRemaining(entry -> assertThat(entry.getType()).isNotNull());
            } finally {
                read.close();
            }
            if (length == journal.length) assertThat(Files.size(file)).isEqualTo(length);
            else assertThat(JournalTail.of(generation()).isTorn()).isFalse();
        }
    }

    @Test
    void withoutItsCommitRecordTheCommitIsNotThereAndWithItItIs() throws Exception {
        var lengths =
                IntStream.of(
                        0,
                        1,
                        15,
                        16,
                        17,
                        journal.length / 2,
                        journal.length - 17,
                        journal.length - 16,
                        journal.length - 15,
                        journal.length - 1);
        lengths.forEach(this::requireOnlyTheFirst);
        breakOffAfter(journal.length);
        assertThat(statements()).isEqualTo(2);
    }

    @Test
    @EnabledIfSystemProperty(named = "faults", matches = "true")
    void atEveryByteTheStoreOpensWithoutTheCommit() throws Exception {
        IntStream.range(0, journal.length).forEach(this::requireOnlyTheFirst);
        breakOffAfter(journal.length);
        assertThat(statements()).isEqualTo(2);
        Faults.tell("journal: opened after each of %d bytes", journal.length);
    }

    private void requireOnlyTheFirst(int length) {
        try {
            breakOffAfter(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(statements()).as("after %s bytes", length).isEqualTo(1);
    }

    @Test
    void anAlteredByteEndsWhatIsRead() throws Exception {
        for (var at = 0; at < journal.length; at += 7) {
            var altered = journal.clone();
            altered[at] ^= 0x55;
            Files.write(generation().resolve(JournalTail.FILE), altered);
            assertThat(JournalTail.of(generation()).whole()).as("byte %s", at).isZero();
        }
        breakOffAfter(0);
    }
}
