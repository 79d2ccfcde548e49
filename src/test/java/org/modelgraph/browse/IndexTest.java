package org.modelgraph.browse;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.graph.Change;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.Participant;
import org.modelgraph.graph.Version;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An index is carried over a change that does not concern it, and over no other. */
class IndexTest {
    private static final Node G = NodeFactory.createURI("urn:g");
    private static final Node A = NodeFactory.createURI("urn:a");

    @TempDir private Path directory;
    private KnowledgeGraph store;
    private final List<Change> changes = new ArrayList<>();

    @BeforeEach
    void open() {
        store = KnowledgeGraph.open(directory.resolve("db"), DefaultGraph.UNION);
        store.enlist(
                new Participant() {
                    @Override
                    public void committed(Change change) {
                        changes.add(change);
                    }
                });
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Index index() {
        return store.<Index, RuntimeException>read(view -> Index.of(view, Set.of("urn:Listed")));
    }

    private Version write(Node property, Node object) {
        return store.write(overlay -> overlay.add(G, A, property, object));
    }

    @Test
    void anIndexHoldsForTheStateAfterAWriteOfOtherThings() {
        var index = index();
        var after = write(A, A);
        var carried = index.after(changes.getLast()).orElseThrow();
        assertThat(carried.version()).isEqualTo(after);
        assertThat(carried.triples()).isEqualTo(1);
    }

    @Test
    void aWriteOfALabelOrOfAListedClassNeedsANewIndex() {
        var index = index();
        write(RDFS.label.asNode(), NodeFactory.createLiteralString("A"));
        assertThat(index.after(changes.getLast())).isEmpty();
        var next = index();
        write(RDF.type.asNode(), NodeFactory.createURI("urn:Listed"));
        assertThat(next.after(changes.getLast())).isEmpty();
    }

    @Test
    void anIndexOfAnEarlierStateIsNotCarriedOver() {
        var index = index();
        write(A, A);
        write(A, G);
        assertThat(index.after(changes.getLast())).isEmpty();
    }
}
