package org.modelgraph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.graph.AwaitedSnapshot;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.EngineChoice;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.sparql.Answer;
import org.modelgraph.sparql.Evaluation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rows in order, where there are more of them than the engine keeps. */
class SortedRowsTest {
    private static final int THINGS = 1500;

    @TempDir static Path directory;
    private static KnowledgeGraph store;

    @BeforeAll
    static void open() {
        store = KnowledgeGraph.open(directory.resolve("db"), DefaultGraph.UNION);
        store.snapshots().start(1L << 28);
        var graph = NodeFactory.createURI("urn:g");
        var property = NodeFactory.createURI("urn:p");
        store.write(overlay -> {
            for (var i = 0; i < THINGS; i++)
                overlay.add(
                        Quad.create(
                                graph,
                                NodeFactory.createURI("urn:s:" + i),
                                property,
                                NodeFactory.createLiteralString("%04d".formatted(i * 7 % THINGS))));
        });
        AwaitedSnapshot.of(store);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void noRowIsWantedOfMany() {
        assertThat(rows("SELECT ?o { ?s <urn:p> ?o } ORDER BY ?o LIMIT 0")).isEmpty();
    }

    @Test
    void theFirstOfManyComeInOrder() {
        assertThat(rows("SELECT ?o { ?s <urn:p> ?o } ORDER BY DESC(?o) LIMIT 3"))
                .containsExactly("1499", "1498", "1497");
    }

    @Test
    void whatIsSortedOnDiskComesInOrderAndNoMoreThanIsWanted() {
        assertThat(
                        rows(
                                "SELECT ?o { ?s <urn:p> ?o . ?t <urn:p> ?u FILTER(?u < '0200') }"
                                        + " ORDER BY ?o LIMIT 2000"))
                .hasSize(2000)
                .isSorted();
    }

    private static List<String> rows(String text) {
        return store.read(view -> {
            var query = QueryFactory.create(text);
            var log = new EngineLog();
            var target = view.target(query, EngineChoice.AUTO);
            log.in(target.context());
            var rows = new ArrayList<String>();
            try (var answer = Evaluation.start(query, target, Duration.ofSeconds(60))) {
                ((Answer.Rows) answer)
                        .rows()
                        .forEachRemaining(row -> rows.add(row.get("o").getLiteralLexicalForm()));
            }
            assertThat(log.isWhole()).isTrue();
            return rows;
        });
    }
}
