package org.modelgraph.graph.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelgraph.graph.Inspection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Copies of random stores, of sizes around what fills a page, beside their originals. */
class PackedCopyTest {
    private static final long PLENTY = 1L << 30;

    @TempDir Path directory;
    private final Random random = new Random(7);

    private Path original() {
        return directory.resolve("original");
    }

    private Path copy() {
        return directory.resolve("copy");
    }

    private static void with(Path database, Consumer<DatasetGraph> work) {
        var dataset = DatabaseMgr.connectDatasetGraph(database.toString());
        try {
            work.accept(dataset);
        } finally {
            TDBInternal.expel(dataset, true);
        }
    }

    /** Terms of the node file, and values that are ids themselves. */
    private Node node() {
        var n = random.nextInt(400);
        return switch (random.nextInt(6)) {
            case 0 -> NodeFactory.createURI("urn:a-much-longer-name:" + n + "/" + "x".repeat(n));
            case 1 -> NodeFactory.createBlankNode("b" + n);
            case 2 -> NodeFactory.createLiteralLang("文本 " + n, n % 2 == 0 ? "zh" : "en");
            case 3 -> NodeFactoryExtra.doubleToNode(n * 1.5 - 100);
            case 4 -> NodeFactoryExtra.intToNode(n - 200);
            default -> NodeFactory.createURI("urn:n:" + n);
        };
    }

    private Quad quad() {
        var graph =
                random.nextInt(5) == 0
                        ? Quad.defaultGraphIRI
                        : NodeFactory.createURI("urn:g:" + random.nextInt(9));
        var subject = node();
        return Quad.create(
                graph,
                subject.isLiteral() ? NodeFactory.createURI("urn:s") : subject,
                NodeFactory.createURI("urn:p:" + random.nextInt(20)),
                node());
    }

    /** Adds quads to all stores, and takes every second of all away again. */
    private void change(int count, DatasetGraph... stores) {
        var added = Stream.generate(this::quad).limit(count).toList();
        for (var store : stores) Txn.executeWrite(store, () -> added.forEach(store::add));
        var removed = new ArrayList<Quad>();
        Txn.executeRead(
                stores[0],
                () ->
                        stores[0]
                                .find()
                                .forEachRemaining(q -> {
                                    if (random.nextBoolean()) removed.add(q);
                                }));
        for (var store : stores) Txn.executeWrite(store, () -> removed.forEach(store::delete));
    }

    private void pack(DatasetGraph dataset, long memory) {
        pack(dataset, memory, () -> {});
    }

    private void pack(DatasetGraph dataset, long memory, Runnable pulse) {
        var target = copy().resolve("Data-0001");
        assertThat(target.toFile().mkdirs()).isTrue();
        Txn.executeRead(
                dataset,
                () -> PackedCopy.write(TDBInternal.requireStorage(dataset), target, pulse, memory));
    }

    private static void requireSame(DatasetGraph copy, DatasetGraph original) {
        Txn.executeRead(
                original,
                () ->
                        Txn.executeRead(
                                copy,
                                () -> {
                                    var all = found(original, Quad.ANY);
                                    assertThat(found(copy, Quad.ANY).equals(all)).isTrue();
                                    all.stream()
                                            .limit(20)
                                            .forEach(q -> {
                                                for (var bound = 0; bound < 16; bound++) {
                                                    var pattern = pattern(q, bound);
                                                    assertThat(found(copy, pattern))
                                                            .isEqualTo(found(original, pattern));
                                                }
                                            });
                                }));
    }

    private static Quad pattern(Quad quad, int bound) {
        return Quad.create(
                (bound & 1) == 0 ? Node.ANY : quad.getGraph(),
                (bound & 2) == 0 ? Node.ANY : quad.getSubject(),
                (bound & 4) == 0 ? Node.ANY : quad.getPredicate(),
                (bound & 8) == 0 ? Node.ANY : quad.getObject());
    }

    private static Set<Quad> found(DatasetGraph dataset, Quad pattern) {
        var found = new HashSet<Quad>();
        dataset.find(pattern).forEachRemaining(found::add);
        return found;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 252, 255, 510, 1000, 17_000})
    void holdsTheSameFindsTheSameAndTakesFurtherWrites(int count) {
        with(
                original(),
                original -> {
                    change(count, original);
                    pack(original, PLENTY);
                    with(
                            copy(),
                            copy -> {
                                requireSame(copy, original);
                                change(300, original, copy);
                                requireSame(copy, original);
                            });
                });
        assertThat(new Inspection(copy()).run().findings())
                .allMatch(f -> f.kind() == Inspection.Kind.VERSION);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, PLENTY})
    void leavesOutTermsThatNoQuadNamesWhereThereIsMemoryToKnowThem(long memory) {
        with(
                original(),
                original -> {
                    change(3000, original);
                    change(0, original);
                    change(0, original);
                    pack(original, memory);
                    with(copy(), copy -> requireSame(copy, original));
                });
        if (memory == 0) assertThat(terms(copy())).isEqualTo(terms(original()));
        else assertThat(terms(copy())).isLessThan(terms(original()));
    }

    private static long terms(Path database) {
        return database.resolve("Data-0001/nodes-data.obj").toFile().length();
    }

    @Test
    void isEndedByItsPulse() {
        with(
                original(),
                original -> {
                    change(17_000, original);
                    assertThatThrownBy(() ->
                                    pack(
                                            original,
                                            PLENTY,
                                            () -> {
                                                throw new IllegalStateException("ended");
                                            }))
                            .hasMessage("ended");
                });
    }
}
