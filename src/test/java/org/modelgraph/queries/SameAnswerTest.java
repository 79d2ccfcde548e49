package org.modelgraph.queries;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.protocol.TestServer;
import org.modelgraph.sparql.Answer;
import org.modelgraph.sparql.Evaluation;
import org.modelgraph.sparql.QueryReader;
import org.modelgraph.sparql.Terms;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The store on disk answers as a plain dataset in memory does, whatever the default graph is set
 * to.
 */
class SameAnswerTest {
    private static final List<String> MORE =
            List.of(
                    "SELECT * { ?s a <https://w3id.org/modelgraph/ns/Model> ; ?p ?o }",
                    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
                    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
                    "SELECT (COUNT(*) AS ?n) FROM <https://w3id.org/modelgraph/graph/seed> { ?s ?p"
                            + " ?o }",
                    "SELECT (COUNT(*) AS ?n) FROM NAMED <https://w3id.org/modelgraph/graph/seed> {"
                            + " GRAPH ?g { ?s ?p ?o } }",
                    "SELECT ?c { <https://w3id.org/modelgraph/technique/rlhf>"
                        + " (<http://www.w3.org/2004/02/skos/core#broader>|^<http://www.w3.org/2004/02/skos/core#broader>)+"
                        + " ?c }");

    @TempDir static Path directory;
    private static final DatasetGraph PLAIN = DatasetGraphFactory.createGeneral();

    @BeforeAll
    static void load() {
        try (var store = KnowledgeGraph.open(directory.resolve("db"), DefaultGraph.UNION)) {
            TestServer.bundled()
                    .store()
                    .read(view ->
                            store.load(bulk -> view.dataset().find().forEachRemaining(bulk::quad)));
            store.write(overlay ->
                    overlay.add(
                            org.apache.jena.sparql.core.Quad.defaultGraphIRI,
                            node("s"),
                            node("p"),
                            node("o")));
            store.read(view -> {
                view.dataset().find().forEachRemaining(PLAIN::add);
                return true;
            });
        }
    }

    private static org.apache.jena.graph.Node node(String name) {
        return org.apache.jena.graph.NodeFactory.createURI("http://example.org/" + name);
    }

    @AfterAll
    static void clear() {
        PLAIN.clear();
    }

    private static List<String> queries() {
        var texts = new ArrayList<>(MORE);
        Catalog.read(Optional.empty()).queries().forEach(q -> texts.add(q.text()));
        return texts;
    }

    @TestFactory
    Stream<DynamicTest> withAllGraphsAsDefaultGraph() {
        return tests(queries(), DefaultGraph.UNION, union());
    }

    private static DatasetGraph union() {
        var all = DatasetGraphFactory.createGeneral();
        PLAIN.find()
                .forEachRemaining(q -> {
                    if (!q.isDefaultGraph()) all.add(q);
                    all.add(
                            org.apache.jena.sparql.core.Quad.create(
                                    org.apache.jena.sparql.core.Quad.defaultGraphIRI,
                                    q.asTriple()));
                });
        return all;
    }

    @TestFactory
    Stream<DynamicTest> withTheStoredDefaultGraph() {
        return tests(MORE, DefaultGraph.STORED, PLAIN);
    }

    @TestFactory
    Stream<DynamicTest> withAllGraphsWhereTheStoredDefaultGraphIsEmpty() {
        try (var store = KnowledgeGraph.open(directory.resolve("db"), DefaultGraph.UNION)) {
            store.write(overlay -> overlay.clear(org.apache.jena.sparql.core.Quad.defaultGraphIRI));
        }
        PLAIN.deleteAny(
                org.apache.jena.sparql.core.Quad.defaultGraphIRI,
                org.apache.jena.graph.Node.ANY,
                org.apache.jena.graph.Node.ANY,
                org.apache.jena.graph.Node.ANY);
        return tests(MORE, DefaultGraph.UNION, union());
    }

    private static Stream<DynamicTest> tests(
            List<String> queries, DefaultGraph setting, DatasetGraph reference) {
        var store = KnowledgeGraph.open(directory.resolve("db"), setting);
        return queries.stream()
                .map(text ->
                        DynamicTest.dynamicTest(
                                text.lines().findFirst().orElse(text),
                                () -> compare(text, store, reference)))
                .onClose(store::close);
    }

    private static void compare(String text, KnowledgeGraph store, DatasetGraph reference) {
        var query = new QueryReader(Terms.NONE).read(text).query();
        assertThat(stored(query, store).stream().sorted().toList())
                .isEqualTo(plain(query, reference).stream().sorted().toList());
    }

    /**
     * A row as text; a concatenation is sorted, because SPARQL leaves the order of GROUP_CONCAT
     * open.
     */
    private static String text(Binding row) {
        var cells = new ArrayList<String>();
        row.vars()
                .forEachRemaining(v -> {
                    var node = row.get(v);
                    var text = node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
                    cells.add(v + "=" + Stream.of(text.split("; | … ")).sorted().toList());
                });
        return cells.stream().sorted().toList().toString();
    }

    private static List<String> plain(Query query, DatasetGraph reference) {
        var rows = new ArrayList<String>();
        try (var execution = QueryExec.dataset(reference).query(query).build()) {
            execution.select().forEachRemaining(row -> rows.add(text(row)));
        }
        return rows;
    }

    private static List<String> stored(Query query, KnowledgeGraph store) {
        return store.read(view -> {
            try (var answer = Evaluation.start(query, view.target(query), Duration.ofMinutes(1))) {
                var rows = new ArrayList<String>();
                if (answer instanceof Answer.Rows(var found, var _))
                    found.forEachRemaining(row -> rows.add(text(row)));
                return rows;
            }
        });
    }
}
