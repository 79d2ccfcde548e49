package org.modelgraph.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.graph.Attribution;
import org.modelgraph.graph.Change;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.Overlay;
import org.modelgraph.graph.Participant;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/** The version that is known is the one that a reader sees, or none is known. */
class CurrentVersionTest {
    @TempDir Path directory;

    private static void add(Overlay overlay, String name) {
        var node = NodeFactory.createURI(name);
        overlay.add(node, node, node, node);
    }

    @Test
    void itFollowsTheCommits() {
        try (var store = KnowledgeGraph.open(directory, DefaultGraph.UNION)) {
            var current = new CurrentVersion(store);
            assertThat(current.known()).isEmpty();
            current.learn();
            assertThat(current.known()).contains(store.version());
            var during = new ArrayList<Optional<?>>();
            store.enlist(
                    new Participant() {
                        @Override
                        public void stage(Overlay wouldBe, Attribution by) {
                            during.add(current.known());
                        }

                        @Override
                        public void prepare(Change change) {
                            current.learn();
                            during.add(current.known());
                        }
                    });
            var before = store.version();
            var after = store.write(overlay -> add(overlay, "urn:a"));
            assertThat(during).containsExactly(Optional.of(before), Optional.empty());
            assertThat(current.known()).contains(after);
        }
    }

    @Test
    void afterAFailedCommitTheStoreIsAsked() {
        try (var store = KnowledgeGraph.open(directory, DefaultGraph.UNION)) {
            var current = new CurrentVersion(store);
            store.enlist(
                    new Participant() {
                        @Override
                        public void prepare(Change change) {
                            throw new IllegalStateException("refused");
                        }
                    });
            current.learn();
            assertThatThrownBy(() -> store.write(overlay -> add(overlay, "urn:a")))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(current.known()).isEmpty();
            current.learn();
            assertThat(current.known()).contains(store.version());
        }
    }

    @Test
    void aBulkLoadHidesItOnlyWhenItCommits() {
        try (var store = KnowledgeGraph.open(directory, DefaultGraph.UNION)) {
            var current = new CurrentVersion(store);
            current.learn();
            var during = new ArrayList<Optional<?>>();
            var node = NodeFactory.createURI("urn:a");
            var after =
                    store.load(bulk -> {
                        during.add(current.known());
                        bulk.quad(org.apache.jena.sparql.core.Quad.create(node, node, node, node));
                    });
            assertThat(during).doesNotContain(Optional.empty());
            assertThat(current.known()).contains(after);
        }
    }
}
