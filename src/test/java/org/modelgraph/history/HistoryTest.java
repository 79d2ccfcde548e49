package org.modelgraph.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.modelgraph.graph.Attribution;
import org.modelgraph.problem.Problem;

import java.time.Duration;
import java.util.Optional;

/** Each commit is kept with who, when and why, and the past can be had back. */
class HistoryTest extends KeptStore {
    @Test
    void aCommitIsKeptWithWhoWhenWhyAndHowMuch() {
        add(quad("urn:g", 1), quad("", 2));
        var commit = commits().getFirst();
        assertThat(commit.who()).isEqualTo("user anna");
        assertThat(commit.why()).contains("because");
        assertThat(commit.added()).isEqualTo(2);
        assertThat(commit.removed()).isZero();
        assertThat(commit.graphs()).containsExactlyInAnyOrder("urn:g", "default");
        assertThat(commit.version()).isEqualTo(store.version());
        assertThat(Duration.between(commit.at(), java.time.Instant.now()).abs())
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aWriteThatChangesNothingIsNoCommit() {
        add(quad("urn:g", 1));
        add(quad("urn:g", 1));
        assertThat(commits()).hasSize(1);
    }

    @Test
    void statesAndDifferencesComeBackAfterAClearAndARestart() {
        add(quad("urn:g", 1), quad("urn:g", 2));
        var before = stateNow();
        store.write(
                ANNA,
                overlay -> {
                    overlay.clear(NodeFactory.createURI("urn:g"));
                    overlay.add(quad("urn:g", 2));
                    overlay.add(quad("urn:g", 3));
                });
        reopen(Retention.EVERYTHING);
        assertThat(stateAt(1)).isEqualTo(before);
        assertThat(stateAt(0)).isEmpty();
        var difference = history.chronicle().between(1, 2);
        assertThat(difference.added()).containsExactly(quad("urn:g", 3));
        assertThat(difference.removed()).containsExactly(quad("urn:g", 1));
        assertThat(history.chronicle().between(2, 1).added()).containsExactly(quad("urn:g", 1));
        assertThat(history.chronicle().between(2, 2).added()).isEmpty();
    }

    @Test
    void aNodeWithoutANameKeepsItsIdentity() {
        var blank = NodeFactory.createBlankNode();
        var says = Quad.create(NodeFactory.createURI("urn:g"), blank, blankProperty(), blank);
        add(says);
        store.write(ANNA, overlay -> overlay.delete(says));
        assertThat(history.chronicle().between(0, 1).added()).containsExactly(says);
        assertThat(history.chronicle().between(0, 2).added()).isEmpty();
    }

    @Test
    void aGraphThatIsPutTwiceHoldsItsNumbersHoweverTheyAreWritten() {
        var number =
                Quad.create(
                        NodeFactory.createURI("urn:g"),
                        NodeFactory.createURI("urn:s"),
                        NodeFactory.createURI("urn:p"),
                        NodeFactory.createLiteralDT(
                                "01", org.apache.jena.datatypes.xsd.XSDDatatype.XSDinteger));
        for (var i = 0; i < 2; i++)
            store.write(
                    ANNA,
                    overlay -> {
                        overlay.clear(number.getGraph());
                        overlay.add(number);
                        assertThat(overlay.contains(number)).isTrue();
                    });
        assertThat(stateNow()).hasSize(1);
        assertThat(commits()).hasSize(1);
    }

    private static Node blankProperty() {
        return NodeFactory.createURI("urn:knows");
    }

    @Test
    void theCommitsOfAThingAreFoundAndOthersAreNot() {
        add(quad("urn:g", 1), quad("urn:g", 12));
        add(quad("urn:g", 2));
        store.write(ANNA, overlay -> overlay.delete(quad("urn:g", 1)));
        var thing = NodeFactory.createURI("urn:s:1");
        assertThat(history.chronicle().commitsOf(thing, Selection.newest(9)))
                .extracting(Commit::number)
                .containsExactly(3L, 1L);
    }

    @Test
    void commitsAreChosenByTimeGraphAndWriter() {
        add(quad("urn:g", 1));
        store.write(new Attribution("token ci", Optional.empty()), o -> o.add(quad("urn:h", 2)));
        var chronicle = history.chronicle();
        assertThat(
                        chronicle.commits(
                                Selection.newest(9).of(Optional.of("urn:h"), Optional.empty())))
                .extracting(Commit::number)
                .containsExactly(2L);
        assertThat(chronicle.commits(Selection.newest(9).of(Optional.empty(), Optional.of("ANNA"))))
                .extracting(Commit::number)
                .containsExactly(1L);
        assertThat(chronicle.commits(Selection.newest(9).since("1", chronicle))).hasSize(1);
        assertThat(chronicle.commits(Selection.newest(9).since("2100-01-01", chronicle))).isEmpty();
        assertThat(chronicle.commits(Selection.newest(1))).hasSize(1);
        assertThatThrownBy(() -> Selection.newest(9).since("ffff-1", chronicle))
                .isInstanceOf(Problem.class);
    }
}
