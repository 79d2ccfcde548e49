package org.modelgraph.history;

import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.graph.Attribution;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.View;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A store on disk with all its commits kept, for tests of what is kept. */
abstract class KeptStore {
    static final Attribution ANNA = new Attribution("user anna", Optional.of("because"));

    @TempDir Path directory;
    KnowledgeGraph store;
    History history;

    @BeforeEach
    void open() {
        open(Retention.EVERYTHING);
    }

    final void open(Retention retention) {
        store = KnowledgeGraph.open(directory.resolve("db"), DefaultGraph.UNION);
        history = History.of(store, retention);
    }

    final void reopen(Retention retention) {
        store.close();
        open(retention);
    }

    @AfterEach
    void close() {
        store.close();
    }

    static Quad quad(String graph, int n) {
        return Quad.create(
                graph.isEmpty() ? Quad.defaultGraphIRI : NodeFactory.createURI(graph),
                NodeFactory.createURI("urn:s:" + n),
                NodeFactory.createURI("urn:p"),
                NodeFactory.createLiteralString("o" + n));
    }

    long add(Quad... quads) {
        return store.write(ANNA, overlay -> List.of(quads).forEach(overlay::add)).number();
    }

    Set<String> state(View view) {
        var quads = new TreeSet<String>();
        view.dataset().find().forEachRemaining(q -> quads.add(q.toString()));
        return quads;
    }

    Set<String> stateNow() {
        return store.read(this::state);
    }

    Set<String> stateAt(long number) {
        return store.read(view -> state(history.at(number, view, _ -> true)));
    }

    List<Commit> commits() {
        return history.chronicle().commits(Selection.newest(100));
    }
}
