package org.modelgraph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.graph.AwaitedSnapshot;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.EngineChoice;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.Preparation;

import java.nio.file.Path;
import java.util.List;

/** A query that is asked again is answered by what was made for it, and always as the data are. */
class PreparationTest {
    @TempDir Path directory;
    private KnowledgeGraph store;

    @BeforeEach
    void open() {
        store = KnowledgeGraph.open(directory.resolve("db"), DefaultGraph.UNION);
        store.snapshots().start(1L << 28);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void add(String quad) {
        store.write(overlay -> overlay.add(SSE.parseQuad(quad)));
        AwaitedSnapshot.of(store);
    }

    /** A query and what was made for it. */
    private final class Asked {
        private final Query query;
        private final Preparation preparation = new Preparation();

        Asked(String text) {
            query = QueryFactory.create(text);
        }

        List<String> rows() {
            return store.read(view -> {
                var found = Trial.of(query, view.target(query, preparation));
                assertThat(found.byEngine()).isTrue();
                assertThat(found.rows())
                        .isEqualTo(Trial.of(query, view.target(query, EngineChoice.ARQ)).rows());
                return found.rows();
            });
        }
    }

    @Test
    void theSameQuerySeesWhatWasWrittenInBetween() {
        var query = new Asked("SELECT ?o { <urn:s> <urn:p> ?o }");
        add("(<urn:g> <urn:s> <urn:p> 1)");
        assertThat(query.rows()).hasSize(1);
        assertThat(query.rows()).hasSize(1);
        add("(<urn:g> <urn:s> <urn:p> 2)");
        assertThat(query.rows()).hasSize(2);
        assertThat(query.rows()).hasSize(2);
    }

    @Test
    void aTermThatComesLaterIsFound() {
        add("(<urn:g> <urn:s> <urn:p> 1)");
        var query = new Asked("ASK { ?s <urn:p> <urn:new> }");
        assertThat(query.rows()).containsExactly("false");
        assertThat(query.rows()).containsExactly("false");
        add("(<urn:g> <urn:s> <urn:p> <urn:new>)");
        assertThat(query.rows()).containsExactly("true");
    }

    @Test
    void termsThatOnlyTheQueryHasBelongToEachRun() {
        add("(<urn:g> <urn:s> <urn:p> <urn:known>)");
        var query =
                new Asked(
                        "SELECT * { ?s <urn:p> ?o VALUES ?v { <urn:foreign> <urn:known> \"strange\""
                                + " } }");
        var first = query.rows();
        assertThat(first).hasSize(3);
        assertThat(query.rows()).isEqualTo(first);
        add("(<urn:g> <urn:t> <urn:p> <urn:foreign>)");
        assertThat(query.rows()).hasSize(6);
    }

    @Test
    void otherFormsAreAnsweredAlike() {
        add("(<urn:g> <urn:s> <urn:p> <urn:o>)");
        for (var text :
                List.of(
                        "CONSTRUCT { ?o <urn:of> ?s } WHERE { ?s <urn:p> ?o }",
                        "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }",
                        "SELECT * { ?s <urn:p>+ ?o FILTER(STR(?o) != \"\") }")) {
            var query = new Asked(text);
            assertThat(query.rows()).hasSize(1);
            assertThat(query.rows()).hasSize(1);
        }
    }

    @Test
    void whatCompactionNumbersAnewIsPlannedAnew() {
        add("(<urn:g> <urn:s> <urn:p> <urn:o>)");
        add("(<urn:g> <urn:a> <urn:q> <urn:b>)");
        var query = new Asked("SELECT ?s { ?s <urn:q> <urn:b> }");
        assertThat(query.rows()).hasSize(1);
        store.write(overlay -> overlay.delete(SSE.parseQuad("(<urn:g> <urn:s> <urn:p> <urn:o>)")));
        store.upkeep().compact();
        add("(<urn:g> <urn:c> <urn:q> <urn:b>)");
        assertThat(query.rows()).hasSize(2);
    }
}
