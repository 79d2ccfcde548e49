package org.modelgraph.engine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A snapshot that followed updates by chance, among them removals, quads that come again, triples
 * in several graphs and blank nodes, tells what one says that is built from the store.
 */
class AmendmentTest {
    private static final long MOST = 1L << 28;
    private static final int GRAPHS = 3;

    private final Random chance = new Random(61);
    private final DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
    private final List<Quad> past = new ArrayList<>();

    @Test
    void whatFollowsSmallUpdatesIsWhatWouldBeBuilt() {
        var followed = change(60, 0, 12, false);
        for (var i = 0; i < 150; i++)
            followed = followed(followed, 1 + chance.nextInt(8), 12, false);
        assertThat(followed.knowsGraphs()).isTrue();
    }

    @Test
    void whatFollowsUpdatesOfTheDefaultGraphTooIsWhatWouldBeBuilt() {
        var followed = change(60, 0, 12, true);
        for (var i = 0; i < 80; i++) followed = followed(followed, 1 + chance.nextInt(8), 12, true);
    }

    @Test
    void predicatesOfWhichMuchChangesAreBuiltAnewAndFollowOn() {
        var followed = change(4000, 0, 300, false);
        var rebuilt = 0;
        for (var i = 0; i < 12; i++) {
            followed = followed(followed, 1500, 300, false);
            for (var predicate : followed.overgrown()) {
                followed = followed.rebuilt(predicate);
                rebuilt++;
            }
            assertThat(followed.overgrown()).isEmpty();
            compare(followed);
        }
        assertThat(rebuilt).isPositive();
    }

    @Test
    void anOlderSnapshotStaysAsItIs() {
        var before = change(60, 0, 12, false);
        var told = told(before);
        var after = before;
        for (var i = 0; i < 20; i++) after = followed(after, 8, 12, false);
        assertThat(told(before)).isEqualTo(told).isNotEqualTo(told(after));
    }

    private Snapshot followed(Snapshot before, int quads, int things, boolean defaultGraph) {
        var touched = new HashSet<Triple>();
        Txn.executeWrite(
                dataset,
                () -> {
                    for (var i = 0; i < quads; i++) {
                        var comes = chance.nextBoolean();
                        var quad = comes && !isAgain() ? quad(things, defaultGraph) : old();
                        touched.add(quad.asTriple());
                        if (comes) add(quad);
                        else dataset.delete(quad);
                    }
                });
        var after = Txn.calculateRead(dataset, () -> Amendment.of(before, storage(), touched));
        compare(after);
        return after;
    }

    private boolean isAgain() {
        return chance.nextInt(3) == 0;
    }

    private Quad old() {
        return past.get(chance.nextInt(past.size()));
    }

    private void add(Quad quad) {
        past.add(quad);
        dataset.add(quad);
    }

    private Snapshot change(int quads, int from, int things, boolean defaultGraph) {
        Txn.executeWrite(
                dataset,
                () -> IntStream.range(from, quads).forEach(_ -> add(quad(things, defaultGraph))));
        return built();
    }

    private Snapshot built() {
        return Txn.calculateRead(
                dataset,
                () -> new SnapshotBuilder(storage(), MOST, () -> {}).build().orElseThrow());
    }

    private Storage storage() {
        return Storage.of(dataset).orElseThrow();
    }

    private Quad quad(int things, boolean defaultGraph) {
        var graph =
                defaultGraph && chance.nextInt(3) == 0
                        ? Quad.defaultGraphIRI
                        : iri("g" + chance.nextInt(GRAPHS));
        return Quad.create(graph, thing(things), iri("p" + chance.nextInt(4)), object(things));
    }

    private Node thing(int things) {
        var number = chance.nextInt(things);
        return number % 5 == 0 ? NodeFactory.createBlankNode("b" + number) : iri("t" + number);
    }

    private Node object(int things) {
        return chance.nextInt(3) == 0
                ? NodeFactory.createLiteralString("x" + chance.nextInt(things))
                : thing(things);
    }

    private static Node iri(String name) {
        return NodeFactory.createURI("http://example.org/" + name);
    }

    private void compare(Snapshot followed) {
        var built = built();
        assertThat(followed.triples()).isEqualTo(built.triples());
        assertThat(followed.isDefaultGraphEmpty()).isEqualTo(built.isDefaultGraphEmpty());
        assertThat(told(followed)).isEqualTo(told(built));
        if (!followed.knowsGraphs() || !built.knowsGraphs()) return;
        for (var i = 0; i < GRAPHS; i++) assertThat(told(followed, i)).isEqualTo(told(built, i));
    }

    private Set<String> told(Snapshot snapshot, int graph) {
        return Txn.calculateRead(
                dataset,
                () ->
                        storage()
                                .id(iri("g" + graph))
                                .map(snapshot.dictionary()::number)
                                .filter(n -> n != Dictionary.NONE)
                                .map(n -> told(snapshot, snapshot.graph(n)))
                                .orElseGet(Set::of));
    }

    private static Set<String> told(Snapshot snapshot) {
        return told(snapshot, snapshot);
    }

    /** Every triple by its ids, with its graphs, if both directions and all counts agree. */
    private static Set<String> told(Snapshot snapshot, Triples triples) {
        var told = new TreeSet<String>();
        for (var index : triples.indexes()) {
            var forward = pairs(index.objects(), index.subjects());
            assertThat(forward).hasSize(index.size());
            assertThat(pairs(index.subjects(), index.objects()))
                    .hasSize(index.size())
                    .containsExactlyInAnyOrderElementsOf(
                            forward.stream().map(p -> Long.rotateLeft(p, 32)).toList());
            for (var pair : forward) told.add(told(snapshot, index.predicate(), pair));
        }
        return told;
    }

    private static String told(Snapshot snapshot, int predicate, long pair) {
        var subject = PairSet.key(pair);
        var object = (int) pair;
        var terms = snapshot.dictionary();
        var graphs =
                snapshot.knowsGraphs()
                        ? IntStream.of(snapshot.graphs(subject, predicate, object))
                                .mapToObj(terms::id)
                                .sorted()
                                .toList()
                        : List.of();
        return terms.id(subject) + " " + terms.id(predicate) + " " + terms.id(object) + graphs;
    }

    private static List<Long> pairs(Adjacency side, Adjacency turned) {
        var keys = side.keys();
        assertThat(keys).hasSize(side.keyCount()).isSorted();
        var pairs = new ArrayList<Long>();
        for (var key : keys) {
            var range = side.range(key);
            var values = side.values(key);
            assertThat(side.degree(key))
                    .isPositive()
                    .isEqualTo(Adjacency.to(range) - Adjacency.from(range));
            for (var i = Adjacency.from(range); i < Adjacency.to(range); i++) {
                if (i > Adjacency.from(range)) assertThat(values[i]).isGreaterThan(values[i - 1]);
                assertThat(side.contains(key, values[i])).isTrue();
                assertThat(turned.contains(values[i], key)).isTrue();
                pairs.add(PairSet.pair(key, values[i]));
            }
        }
        return pairs;
    }
}
