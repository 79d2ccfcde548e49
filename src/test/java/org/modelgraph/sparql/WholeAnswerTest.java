package org.modelgraph.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.modelgraph.sparql.bound.Watch;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/** The end of what was stopped is no end. */
class WholeAnswerTest {
    private static final Triple TRIPLE = Triple.create(Node.ANY, Node.ANY, Node.ANY);

    private interface Work {
        void on(Evaluation.Run run);
    }

    private static void letRun(Work work) {
        watched(Duration.ofMinutes(1), false, work);
    }

    private static void stopped(Work work) {
        watched(Duration.ofMillis(1), true, work);
    }

    private static void watched(Duration limit, boolean untilStopped, Work work) {
        var execution = QueryExec.dataset(DatasetGraphFactory.empty()).query("ASK {}").build();
        var watched = Watch.OF_PROCESS.begin(limit, execution::abort);
        try (var run = new Evaluation.Run(execution, watched)) {
            while (untilStopped && watched.stopped().isEmpty()) Thread.onSpinWait();
            work.on(run);
        }
    }

    private static Answer whole(Answer answer) {
        return WholeAnswer.of(answer, answer.run().execution().getContext());
    }

    private static Iterator<Triple> triples(Evaluation.Run run) {
        var all = new Answer.Triples(List.of(TRIPLE).iterator(), run);
        return ((Answer.Triples) whole(all)).triples();
    }

    @Test
    void whatIsLetRunEnds() {
        letRun(run -> {
            var triples = triples(run);
            assertThat(triples.next()).isEqualTo(TRIPLE);
            assertThat(triples.hasNext()).isFalse();
            whole(new Answer.Truth(false, run));
        });
    }

    @Test
    void whatIsStoppedHasNoEnd() {
        stopped(run -> {
            var triples = triples(run);
            assertThat(triples.next()).isEqualTo(TRIPLE);
            assertThatThrownBy(triples::hasNext).isInstanceOf(QueryCancelledException.class);
        });
    }

    @Test
    void whatIsStoppedIsNotFalse() {
        stopped(run ->
                assertThatThrownBy(() -> whole(new Answer.Truth(false, run)))
                        .isInstanceOf(QueryCancelledException.class));
    }
}
