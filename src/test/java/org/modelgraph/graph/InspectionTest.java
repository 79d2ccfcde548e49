package org.modelgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.maintenance.Backups;
import org.modelgraph.maintenance.Doctor;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** A store is damaged in known ways, and the doctor finds and mends it. */
@EnabledIfSystemProperty(named = "faults", matches = "true")
class InspectionTest {
    @TempDir Path directory;
    private Path database;
    private Backups backups;

    @BeforeEach
    void fill() {
        database = directory.resolve("db");
        backups = new Backups(directory.resolve("backups"));
        try (var store = KnowledgeGraph.open(database, DefaultGraph.STORED)) {
            store.write(overlay -> {
                for (var n = 0; n < 300; n++)
                    overlay.add(
                            n < 100 ? Quad.defaultGraphIRI : NodeFactory.createURI("urn:g" + n % 3),
                            NodeFactory.createURI("urn:s" + n),
                            NodeFactory.createURI("urn:p"),
                            NodeFactory.createLiteralString("a value that is long, " + n));
            });
            backups.create(store);
        }
    }

    private Doctor.Diagnosis examine() {
        return new Doctor(database, backups).examine();
    }

    private void requireHealthy() {
        var diagnosis = examine();
        assertThat(diagnosis.report().findings()).isEmpty();
        assertThat(diagnosis.isHealthy()).isTrue();
        assertThat(diagnosis.report().triples()).isEqualTo(100);
        assertThat(diagnosis.report().quads()).isEqualTo(200);
    }

    private static void treat(Doctor.Diagnosis diagnosis) {
        assertThat(diagnosis.remedies()).isNotEmpty();
        diagnosis.remedies().forEach(remedy -> remedy.deed().run());
    }

    @Test
    void aSoundStoreIsHealthy() {
        requireHealthy();
    }

    @Test
    void anIndexThatLacksATupleIsFoundAndWrittenAnewWithoutLoss() {
        for (var index : new String[] {"POS", "SPO", "GPOS", "GSPO"}) {
            withoutItsFirstTuple(index);
            var diagnosis = examine();
            assertThat(diagnosis.report().findings())
                    .singleElement()
                    .satisfies(f -> assertThat(f.kind()).isEqualTo(Inspection.Kind.INDEX))
                    .satisfies(f -> assertThat(f.detail()).contains("index " + index + " holds"));
            treat(diagnosis);
            requireHealthy();
        }
    }

    private void withoutItsFirstTuple(String name) {
        var dataset = StoreFiles.connect(database);
        Txn.executeWrite(
                dataset,
                () -> {
                    var index = TDBInternal.findIndex(dataset, name);
                    index.delete(index.all().next());
                });
        TDBInternal.expel(dataset, true);
    }

    @Test
    void aNodeThatCantBeReadIsFoundAndTheNewestWholeBackupRestored() throws Exception {
        var nodes = Generations.newest(database).orElseThrow().resolve("nodes-data.obj");
        try (var file = new RandomAccessFile(nodes.toFile(), "rw")) {
            file.seek(file.length() / 2);
            file.write(new byte[200]);
        }
        var diagnosis = examine();
        assertThat(diagnosis.isHealthy()).isFalse();
        assertThat(diagnosis.report().findings())
                .anySatisfy(f -> assertThat(f.kind()).isEqualTo(Inspection.Kind.NODE));
        assertThat(diagnosis.remedies().getFirst().inWords()).startsWith("restore ");
        treat(diagnosis);
        requireHealthy();
    }

    @Test
    void orphansAreNamedFirstAndRemovedOnlyWhenThatIsSaid() throws Exception {
        var orphan = Files.createDirectories(database.resolve("Next-0007"));
        var diagnosis = examine();
        assertThat(diagnosis.report().findings())
                .singleElement()
                .satisfies(f -> assertThat(f.detail()).contains("Next-0007"));
        assertThat(orphan).exists();
        treat(diagnosis);
        assertThat(orphan).doesNotExist();
        requireHealthy();
    }

    @Test
    void abortedLoadsLeaveTheNodeTableClean() {
        var aborts = Faults.times(1000, 12);
        var random = new java.util.Random(20261127);
        var largest = 0;
        try (var store = KnowledgeGraph.open(database, DefaultGraph.STORED)) {
            for (var n = 0; n < aborts; n++) {
                var size = (int) Math.round(Math.pow(50_000, random.nextDouble()));
                largest = Math.max(largest, size);
                abort(store, n, size);
            }
        }
        requireHealthy();
        Faults.tell("aborts: %d of 1 to %d nodes, scan clean", aborts, largest);
    }

    private static void abort(KnowledgeGraph store, int round, int size) {
        assertThatThrownBy(() ->
                        store.load(sink -> {
                            for (var i = 0; i < size; i++)
                                sink.quad(
                                        Quad.create(
                                                Quad.defaultGraphIRI,
                                                NodeFactory.createURI(
                                                        "urn:aborted:" + round + ":" + i),
                                                NodeFactory.createURI("urn:p"),
                                                NodeFactory.createURI("urn:o")));
                            throw new IllegalStateException("on purpose");
                        }))
                .hasMessage("on purpose");
    }
}
