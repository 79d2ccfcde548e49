package org.modelgraph.sparql.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Rows gather, go on by size and by push, in order and never halved. */
class AnswerOutputTest {
    private final ByteArrayOutputStream target = new ByteArrayOutputStream();

    private static void row(AnswerOutput out, String text) throws Exception {
        out.buffer().add(text);
        out.endRow();
    }

    private String arrived() {
        return target.toString(StandardCharsets.UTF_8);
    }

    @Test
    void rowsWaitUntilTheyAreEnough() throws Exception {
        try (var out = AnswerOutput.to(target)) {
            row(out, "x".repeat(20_000));
            assertThat(target.size()).isZero();
            row(out, "y".repeat(20_000));
            assertThat(target.size()).isEqualTo(40_000);
            row(out, "z");
            out.finish();
            assertThat(arrived()).endsWith("yyyz").hasSize(40_001);
        }
    }

    @Test
    void aPushTakesWholeRowsOnly() throws Exception {
        try (var out = AnswerOutput.to(target)) {
            row(out, "one\n");
            out.buffer().add("tw");
            out.push();
            assertThat(arrived()).isEqualTo("one\n");
            out.push();
            row(out, "o\n");
            out.push();
            assertThat(arrived()).isEqualTo("one\ntwo\n");
            out.finish();
            assertThat(arrived()).isEqualTo("one\ntwo\n");
        }
    }

    @Test
    void whatIsNotFinishedNeverGoes() throws Exception {
        var out = AnswerOutput.to(target);
        row(out, "one\n");
        out.close();
        out.push();
        assertThat(target.size()).isZero();
    }

    @Test
    void pushesFromAnotherThreadLoseNothing() throws Exception {
        var expected = new StringBuilder();
        try (var out = AnswerOutput.to(target)) {
            var pusher =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    for (var n = 0; n < 20_000; n++) out.push();
                                } catch (java.io.IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            });
            for (var n = 0; n < 50_000; n++) {
                row(out, n + ";");
                expected.append(n).append(';');
            }
            out.finish();
            pusher.join();
        }
        assertThat(arrived()).isEqualTo(expected.toString());
    }
}
