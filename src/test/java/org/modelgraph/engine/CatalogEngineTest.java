package org.modelgraph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.catalog.SavedQuery;
import org.modelgraph.graph.EngineChoice;
import org.modelgraph.protocol.TestServer;

import java.util.Optional;
import java.util.stream.Stream;

/** Every question of the catalogue is answered by the engine as by ARQ, over the bundled graph. */
class CatalogEngineTest {
    @Test
    void mostOfTheCatalogueRunsInTheEngineAlone() {
        var store = TestServer.bundled().store();
        TestServer.bundled().awaitSnapshot();
        var queries = Catalog.read(Optional.empty()).queries();
        var alone =
                queries.stream()
                        .filter(saved ->
                                store.read(view ->
                                        Trial.of(view, saved.text(), EngineChoice.AUTO).byEngine()))
                        .map(SavedQuery::id)
                        .toList();
        assertThat(alone).hasSizeGreaterThan(queries.size() * 9 / 10);
    }

    @TestFactory
    Stream<DynamicTest> theEngineAnswersTheCatalogueAsArqDoes() {
        var store = TestServer.bundled().store();
        TestServer.bundled().awaitSnapshot();
        return Catalog.read(Optional.empty()).queries().stream()
                .map(saved ->
                        DynamicTest.dynamicTest(
                                saved.id(),
                                () ->
                                        store.read(view -> {
                                            var expected =
                                                    Trial.of(view, saved.text(), EngineChoice.ARQ);
                                            var found =
                                                    Trial.of(view, saved.text(), EngineChoice.AUTO);
                                            assertThat(found.rows()).isEqualTo(expected.rows());
                                            return true;
                                        })));
    }
}
