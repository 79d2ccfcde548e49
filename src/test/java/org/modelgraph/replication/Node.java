package org.modelgraph.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.jena.query.DatasetFactory;
import org.apache.jena.update.UpdateExecution;
import org.modelgraph.graph.Attribution;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.DerivedGraph;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.Version;
import org.modelgraph.history.Chronicle;
import org.modelgraph.history.History;
import org.modelgraph.history.PatchLines;
import org.modelgraph.history.Retention;
import org.modelgraph.history.Selection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A store with its part among others, without a server in front of it. */
final class Node implements AutoCloseable {
    static final Attribution ANNA = new Attribution("anna", java.util.Optional.of("a test"));

    private final KnowledgeGraph store;
    private final Replication replication;
    private final History history;

    Node(Path database, ReplicationLog log, Role role) {
        store = KnowledgeGraph.open(database, DefaultGraph.UNION);
        replication = Replication.open(store, log, role);
        history = History.of(store, Retention.EVERYTHING);
        store.enlist(new DerivedGraph());
        replication.start(role);
    }

    KnowledgeGraph store() {
        return store;
    }

    Replication replication() {
        return replication;
    }

    Chronicle chronicle() {
        return history.chronicle();
    }

    Version update(String text) {
        return store.write(
                ANNA,
                overlay ->
                        UpdateExecution.dataset(DatasetFactory.wrap(overlay))
                                .update(text)
                                .execute());
    }

    /** All quads, blank nodes by their labels. */
    Set<String> quads() {
        return store.read(view -> {
            var quads = new TreeSet<String>();
            view.dataset().find().forEachRemaining(q -> quads.addAll(PatchLines.of(List.of(q))));
            return quads;
        });
    }

    /** Waits until the store is where another one is. */
    void awaitSame(Node other) {
        var version = other.store.version();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(store.version()).isEqualTo(version));
    }

    /** Holds two stores to be the same in all that clients see of them. */
    void requireSame(Node other) {
        awaitSame(other);
        assertThat(quads()).isEqualTo(other.quads());
        assertThat(ledger()).isEqualTo(other.ledger());
    }

    List<String> commits() {
        return history.chronicle().commits(Selection.newest(1000)).stream()
                .map(c -> c.version() + " " + c.who() + " +" + c.added() + " -" + c.removed())
                .toList();
    }

    private java.util.Map<String, String> ledger() {
        return store.read(org.modelgraph.graph.View::ledger);
    }

    @Override
    public void close() {
        replication.close();
        store.close();
    }
}
