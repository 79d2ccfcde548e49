package org.modelgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class ParticipantTest {
    private static final Node G = NodeFactory.createURI("urn:g");
    private static final Node A = NodeFactory.createURI("urn:a");
    private static final Node B = NodeFactory.createURI("urn:b");
    private static final Attribution ANNA = new Attribution("anna", Optional.of("a test"));

    @TempDir private Path directory;
    private KnowledgeGraph store;
    private final Recorder recorder = new Recorder();

    /** Notes what it is told, and refuses or adds where it is told to. */
    private static final class Recorder implements Participant {
        private final List<String> calls = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();
        private final List<Quad> passed = new ArrayList<>();
        private Optional<Quad> addition = Optional.empty();
        private String refusing = "";

        private void call(String name) {
            calls.add(name);
            if (refusing.equals(name)) throw new IllegalStateException("refused");
        }

        @Override
        public void stage(Overlay wouldBe, Attribution by) {
            call("stage");
            addition.ifPresent(wouldBe::add);
        }

        @Override
        public void prepare(Change change) {
            call("prepare");
            changes.add(change);
        }

        @Override
        public StreamRDF watch(Change change, StreamRDF sink) {
            return new StreamRDFWrapper(sink) {
                @Override
                public void quad(Quad quad) {
                    passed.add(quad);
                    super.quad(quad);
                }
            };
        }

        @Override
        public void committed(Change change) {
            call("committed");
        }

        @Override
        public void failed(Change change, Throwable why) {
            call("failed");
        }
    }

    @BeforeEach
    void open() {
        store = KnowledgeGraph.open(directory.resolve("db"), DefaultGraph.UNION);
        store.enlist(recorder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Quad quad(Node graph, Node object) {
        return Quad.create(graph, A, A, object);
    }

    @Test
    void aParticipantIsToldWhatChangedAndOnWhoseBehalf() {
        store.write(overlay -> overlay.add(quad(G, A)));
        var before = store.version();
        var after =
                store.write(
                        ANNA,
                        overlay -> {
                            overlay.clear(G);
                            overlay.add(quad(G, B));
                            overlay.add(quad(Quad.defaultGraphIRI, B));
                        });
        assertThat(recorder.changes.getLast())
                .satisfies(change -> {
                    assertThat(change.before()).isEqualTo(before);
                    assertThat(change.after()).isEqualTo(after);
                    assertThat(change.by()).isEqualTo(ANNA);
                    assertThat(change.removed()).containsExactly(quad(G, A));
                    assertThat(change.added())
                            .containsExactlyInAnyOrder(quad(G, B), quad(Quad.defaultGraphIRI, B));
                });
    }

    @Test
    void theOrderIsStagePrepareCommitted() {
        store.write(overlay -> overlay.add(quad(G, A)));
        assertThat(recorder.calls).containsExactly("stage", "prepare", "committed");
    }

    @Test
    void aWriteThatChangesNothingGoesNoFurtherThanItsStage() {
        store.write(overlay -> overlay.delete(quad(G, A)));
        assertThat(recorder.calls).containsExactly("stage");
    }

    @Test
    void whatAParticipantAddsIsCommittedWithTheWrite() {
        recorder.addition = Optional.of(quad(G, B));
        store.write(overlay -> overlay.add(quad(G, A)));
        assertThat(store.<Boolean, RuntimeException>read(v -> v.dataset().contains(quad(G, B))))
                .isTrue();
        assertThat(recorder.changes.getLast().added()).hasSize(2);
    }

    @Test
    void aParticipantThatRefusesLeavesTheStateAsItWas() {
        for (var moment : List.of("stage", "prepare")) {
            recorder.refusing = moment;
            var before = store.version();
            assertThatThrownBy(() -> store.write(overlay -> overlay.add(quad(G, A))))
                    .hasMessage("refused");
            assertThat(store.version()).isEqualTo(before);
        }
        assertThat(recorder.calls).doesNotContain("committed");
    }

    @Test
    void oneThatPreparedIsToldWhereALaterOneRefuses() {
        var second = new Recorder();
        second.refusing = "prepare";
        store.enlist(second);
        assertThatThrownBy(() -> store.write(overlay -> overlay.add(quad(G, A))))
                .hasMessage("refused");
        assertThat(recorder.calls).containsExactly("stage", "prepare", "failed");
        assertThat(second.calls).containsExactly("stage", "prepare");
    }

    @Test
    void oneThatFailsOnTheNewsHidesItFromNobody() {
        recorder.refusing = "committed";
        var second = new Recorder();
        store.enlist(second);
        store.write(overlay -> overlay.add(quad(G, A)));
        assertThat(second.calls).containsExactly("stage", "prepare", "committed");
    }

    @Test
    void aBulkLoadIsPreparedWatchedAndTold() {
        store.load(ANNA, sink -> sink.quad(quad(G, A)));
        assertThat(recorder.calls).containsExactly("prepare", "committed");
        assertThat(recorder.passed).containsExactly(quad(G, A));
        assertThat(recorder.changes.getLast().streamed()).isTrue();
    }

    @Test
    void aLoadThatBreaksOffIsToldAsFailed() {
        assertThatThrownBy(() ->
                        store.load(
                                ANNA,
                                sink -> {
                                    throw new IllegalStateException("broken off");
                                }))
                .hasMessage("broken off");
        assertThat(recorder.calls).containsExactly("prepare", "failed");
    }

    @Test
    void aRehearsalTellsWhatWouldChangeAndChangesNothing() {
        var before = store.version();
        var change = store.rehearse(ANNA, overlay -> overlay.add(quad(G, A)));
        assertThat(change.added()).containsExactly(quad(G, A));
        assertThat(store.version()).isEqualTo(before);
        assertThat(recorder.calls).containsExactly("stage");
    }
}
