package org.modelgraph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.EngineChoice;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.View;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whoever reads while somebody writes sees one commit, whole, and of it what ARQ sees on TDB2.
 * {@code -Dengine.commits=3000} makes more of them.
 */
class ReadersBesideAWriterTest {
    private static final int COMMITS = Integer.getInteger("engine.commits", 150);
    private static final int READERS = 3;
    private static final int GRAPHS = 4;
    private static final int THINGS = 60;
    private static final int CHANGES = 12;

    private static final String STAMPS = "SELECT DISTINCT ?v { ?s <urn:stamp> ?v }";
    private static final List<String> QUERIES =
            List.of(
                    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
                    "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p",
                    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s <urn:p0> ?o } } GROUP BY ?g",
                    "SELECT * { ?a <urn:p0> ?b . ?b <urn:p1> ?c . ?c <urn:p2> ?a }",
                    "SELECT ?a ?b { ?a <urn:p0> <urn:t1> OPTIONAL { ?a <urn:p1> ?b } }",
                    "SELECT ?a { ?a <urn:p0> ?b MINUS { ?a <urn:p1> ?b } } ORDER BY ?a LIMIT 9",
                    "SELECT ?b { <urn:t2> (<urn:p0>|<urn:p1>)+ ?b }",
                    "SELECT ?s ?v { ?s <urn:stamp> ?v FILTER NOT EXISTS { ?s <urn:p0> ?o } }");

    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicInteger byEngine = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void eachReaderSeesOneWholeCommitAsArqDoes(@TempDir Path directory) throws Exception {
        try (var store = KnowledgeGraph.open(directory.resolve("db"), DefaultGraph.UNION);
                var threads = Executors.newFixedThreadPool(READERS + 1)) {
            store.snapshots().start(1L << 28);
            var work = new ArrayList<Callable<Boolean>>();
            work.add(() -> write(store));
            for (var i = 0; i < READERS; i++) {
                var seed = i;
                work.add(() -> read(store, new Random(seed)));
            }
            for (var part : threads.invokeAll(work)) part.get();
        }
        assertThat(byEngine.get()).isGreaterThan(asked.get() / 4);
    }

    private boolean write(KnowledgeGraph store) {
        try {
            var chance = new Random(8);
            for (var i = 1; i <= COMMITS; i++) {
                var number = i;
                store.write(overlay -> {
                    for (var graph = 0; graph < GRAPHS; graph++) {
                        overlay.delete(stamp(graph, number - 1));
                        overlay.add(stamp(graph, number));
                    }
                    for (var n = 0; n < CHANGES; n++) {
                        if (chance.nextInt(3) == 0) overlay.delete(any(chance));
                        else overlay.add(any(chance));
                    }
                });
            }
            return true;
        } finally {
            done.set(true);
        }
    }

    private boolean read(KnowledgeGraph store, Random chance) {
        while (!done.get()) {
            var query = QUERIES.get(chance.nextInt(QUERIES.size()));
            store.read(view -> {
                var stamps = answered(view, STAMPS);
                assertThat(stamps).hasSizeLessThanOrEqualTo(1);
                answered(view, query);
                assertThat(answered(view, STAMPS)).isEqualTo(stamps);
                return true;
            });
        }
        return true;
    }

    /** What both answer. */
    private List<String> answered(View view, String query) {
        var found = Trial.of(view, query, EngineChoice.AUTO);
        asked.incrementAndGet();
        if (found.byEngine()) byEngine.incrementAndGet();
        assertThat(found.rows())
                .as(query)
                .isEqualTo(Trial.of(view, query, EngineChoice.ARQ).rows());
        return found.rows();
    }

    private static Quad stamp(int graph, int number) {
        return Quad.create(
                node("g" + graph),
                node("t" + graph),
                node("stamp"),
                NodeFactory.createLiteralString("" + number));
    }

    private static Quad any(Random chance) {
        return Quad.create(
                node("g" + chance.nextInt(GRAPHS)),
                node("t" + chance.nextInt(THINGS)),
                node("p" + chance.nextInt(3)),
                node("t" + chance.nextInt(THINGS)));
    }

    private static Node node(String name) {
        return NodeFactory.createURI("urn:" + name);
    }
}
