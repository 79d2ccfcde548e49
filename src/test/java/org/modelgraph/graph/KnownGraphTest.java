package org.modelgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A store is seen as any other dataset is: every triple of every graph once. */
class KnownGraphTest {
    private static final List<Node> TERMS =
            List.of(iri("a"), iri("b"), iri("c"), NodeFactory.createBlankNode());
    private static final List<Node> VALUES =
            List.of(iri("a"), NodeFactory.createLiteralString("a"), integer("1"), integer("01"));

    private static Node iri(String name) {
        return NodeFactory.createURI("urn:" + name);
    }

    private static Node integer(String digits) {
        return NodeFactory.createLiteralDT(digits, XSDDatatype.XSDinteger);
    }

    private static <T> T any(Random random, List<T> nodes) {
        return nodes.get(random.nextInt(nodes.size()));
    }

    private static void fill(DatasetGraph dataset, Random random) {
        var graphs = new ArrayList<>(List.of(Iris.DERIVED, Iris.CATALOG));
        for (var i = 0; i < 60; i++) graphs.add(iri("g" + i));
        if (random.nextBoolean()) graphs.add(Quad.defaultGraphIRI);
        for (var triples = random.nextInt(40); triples >= 0; triples--) {
            var triple =
                    Triple.create(
                            any(random, TERMS),
                            any(random, TERMS.subList(0, 3)),
                            any(random, random.nextInt(4) == 0 ? VALUES : TERMS));
            var copies = random.nextInt(3) == 0 ? graphs : List.of(any(random, graphs));
            for (var graph : copies) dataset.add(Quad.create(graph, triple));
        }
    }

    private static List<Triple> patterns(Graph graph) {
        return graph.find().toList().stream()
                .flatMap(t ->
                        IntStream.range(0, 8)
                                .mapToObj(mask ->
                                        Triple.create(
                                                (mask & 1) == 0 ? Node.ANY : t.getSubject(),
                                                (mask & 2) == 0 ? Node.ANY : t.getPredicate(),
                                                (mask & 4) == 0 ? Node.ANY : t.getObject())))
                .distinct()
                .toList();
    }

    private static void change(Overlay write, Random random) {
        var quads = Iter.toList(write.find());
        for (var some = random.nextInt(3); some > 0; some--) write.delete(any(random, quads));
        if (random.nextBoolean()) write.clear(iri("g7"));
        if (random.nextBoolean()) fill(write, random);
    }

    private static void assertSame(DatasetGraph seen) {
        var plain = DatasetGraphFactory.createGeneral();
        seen.find().forEachRemaining(plain::add);
        for (var hidden : List.of(Set.<Node>of(), Set.of(iri("a"), iri("unknown")))) {
            var expected = new KnownGraph(plain, hidden);
            var known = new KnownGraph(seen, hidden);
            for (var pattern : patterns(expected))
                assertThat(known.find(pattern).toList())
                        .as("%s without derived %s", pattern, hidden)
                        .containsExactlyInAnyOrderElementsOf(expected.find(pattern).toList());
            assertThat(known.contains(Node.ANY, iri("unknown"), Node.ANY)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aStoreAndAWriteOnItShowEveryTripleOnce(int seed) {
        var random = new Random(seed);
        var store = DatabaseMgr.createDatasetGraph();
        Txn.executeWrite(
                store,
                () -> {
                    fill(store, random);
                    assertSame(store);
                    var write = new Overlay(store);
                    change(write, random);
                    assertSame(write);
                });
    }
}
