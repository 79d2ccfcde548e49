package org.modelgraph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelgraph.graph.AwaitedSnapshot;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.EngineChoice;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.sparql.bound.Budget;

import java.nio.file.Path;
import java.util.List;

/** Joins with a side of which more is to be held than fits. */
class JoinInPartsTest {
    private static final int THINGS = 3000;
    private static final Budget SMALL = new Budget(1 << 20, 500);

    @TempDir static Path directory;
    private static KnowledgeGraph store;

    @BeforeAll
    static void open() {
        store = KnowledgeGraph.open(directory.resolve("db"), DefaultGraph.UNION);
        store.snapshots().start(1L << 28);
        store.write(overlay -> {
            for (var i = 0; i < THINGS; i++) {
                overlay.add(quad("s" + i, "q", "o" + i % 50));
                if (i % 100 == 0) overlay.add(quad("s" + i, "p", "o" + i % 70));
                if (i % 3 == 0) overlay.add(quad("s" + i, "r", "w" + i));
            }
        });
        AwaitedSnapshot.of(store);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static Quad quad(String subject, String property, String object) {
        return Quad.create(name("g"), name(subject), name(property), name(object));
    }

    private static Node name(String local) {
        return NodeFactory.createURI("urn:t:" + local);
    }

    private static Trial asked(String text, EngineChoice choice, Budget budget) {
        var query = QueryFactory.create("PREFIX : <urn:t:> " + text);
        return store.read(view -> {
            var target = view.target(query, choice);
            budget.in(target.context());
            return Trial.of(query, target);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?a :p ?x { SELECT ?a ?y ?w { ?a :q ?y OPTIONAL { ?a :r ?w } } } }",
                "SELECT * { ?a :p ?x { { ?a :q ?y OPTIONAL { ?a :r ?w } }"
                        + " UNION { ?z :q ?x OPTIONAL { ?z :r ?a } } } }",
                "SELECT (COUNT(*) AS ?n) { ?a :p ?x { SELECT ?x ?z { ?z :q ?x } } }",
                "SELECT * { ?a :p ?x FILTER EXISTS { ?a :q ?y { { ?z :q ?y OPTIONAL { ?z :r ?w } }"
                        + " UNION { ?z :p ?y OPTIONAL { ?y :r ?v } } } } }",
                "ASK { ?a :p ?x { SELECT ?z ?x { ?z :q ?x } } FILTER(?z = <urn:t:s2970>) }"
            })
    void aSideGoesThroughInParts(String query) {
        var reference = asked(query, EngineChoice.ARQ, Budget.USUAL);
        var found = asked(query, EngineChoice.AUTO, SMALL);
        assertThat(found.byEngine()).isTrue();
        assertThat(found.rows()).isEqualTo(reference.rows()).isNotEqualTo(List.of());
    }
}
