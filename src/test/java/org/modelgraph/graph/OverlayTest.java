package org.modelgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.UpdateExec;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * An overlay behaves, seen through and applied, as if the changes were made in the dataset itself.
 */
class OverlayTest {
    @TempDir Path directory;

    private static Node iri(String name) {
        return NodeFactory.createURI("urn:" + name);
    }

    private static Quad random(Random random) {
        var graph = random.nextInt(4) == 0 ? Quad.defaultGraphIRI : iri("g" + random.nextInt(3));
        return Quad.create(
                graph,
                iri("s" + random.nextInt(4)),
                iri("p" + random.nextInt(2)),
                iri("o" + random.nextInt(4)));
    }

    private static Set<Quad> quads(DatasetGraph dataset) {
        var quads = new HashSet<Quad>();
        dataset.find()
                .forEachRemaining(q ->
                        quads.add(
                                Quad.create(
                                        q.isDefaultGraph() ? Quad.defaultGraphIRI : q.getGraph(),
                                        q.asTriple())));
        return quads;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomChangesEndInTheSameState(long seed) {
        var random = new Random(seed);
        var reference = DatasetGraphFactory.createGeneral();
        try (var store = KnowledgeGraph.open(directory.resolve("db" + seed), DefaultGraph.STORED)) {
            for (var round = 0; round < 5; round++) {
                var steps = steps(random);
                store.write(overlay -> {
                    for (var step : steps) {
                        step.on(overlay);
                        step.on(reference);
                        assertThat(quads(overlay)).isEqualTo(quads(reference));
                    }
                    for (var i = 0; i < 20; i++) assertSameAnswer(overlay, reference, random);
                });
                Set<Quad> stored = store.read(view -> quads(view.dataset()));
                assertThat(stored).isEqualTo(quads(reference));
            }
        }
    }

    private static void assertSameAnswer(
            DatasetGraph overlay, DatasetGraph reference, Random random) {
        var pattern = random(random);
        var g = random.nextBoolean() ? pattern.getGraph() : Node.ANY;
        var s = random.nextBoolean() ? pattern.getSubject() : Node.ANY;
        var o = random.nextBoolean() ? pattern.getObject() : Node.ANY;
        assertThat(Iter.toList(Iter.map(overlay.find(g, s, Node.ANY, o), Quad::asTriple)))
                .containsExactlyInAnyOrderElementsOf(
                        Iter.toList(Iter.map(reference.find(g, s, Node.ANY, o), Quad::asTriple)));
        assertThat(overlay.contains(pattern)).isEqualTo(reference.contains(pattern));
        assertThat(Iter.toSet(overlay.listGraphNodes())).isEqualTo(namedGraphs(reference));
    }

    private static Set<Node> namedGraphs(DatasetGraph dataset) {
        return Iter.toSet(
                Iter.map(dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY), Quad::getGraph));
    }

    private interface Step {
        void on(DatasetGraph dataset);
    }

    private static List<Step> steps(Random random) {
        var steps = new ArrayList<Step>();
        for (var i = 0; i < 12; i++) {
            var quad = random(random);
            steps.add(
                    switch (random.nextInt(8)) {
                        case 0, 1, 2, 3 -> dataset -> dataset.add(quad);
                        case 4, 5 -> dataset -> dataset.delete(quad);
                        case 6 ->
                                dataset ->
                                        dataset.deleteAny(
                                                quad.getGraph(), Node.ANY, Node.ANY, Node.ANY);
                        default -> dataset -> update(dataset, quad);
                    });
        }
        return steps;
    }

    private static void update(DatasetGraph dataset, Quad quad) {
        UpdateExec.dataset(dataset)
                .update(
                        "DELETE { GRAPH ?g { <%s> ?p ?o } } INSERT { GRAPH ?g { ?o ?p <%s> } } WHERE { GRAPH ?g { <%s> ?p ?o } }"
                                .formatted(quad.getSubject(), quad.getSubject(), quad.getSubject()))
                .execute();
    }
}
