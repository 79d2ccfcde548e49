package org.modelgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A query is expected to be brief as long as it was. */
class BrevityTest {
    private static final long SOON = 400_000;
    private static final long LATER = 3_000_000;
    private static final long LATE = 6_000_000;

    private final Brevity brevity = new Brevity();

    @Test
    void nothingIsExpectedOfAQueryThatDidNotRun() {
        assertThat(brevity.isExpected()).isFalse();
    }

    @Test
    void aRunThatWasBriefIsExpectedToBeSoAgain() {
        brevity.learn(SOON, true);
        assertThat(brevity.isExpected()).isTrue();
    }

    @Test
    void aRunThatIsALittleLateNeitherEndsNorBeginsTheExpectation() {
        brevity.learn(LATER, true);
        assertThat(brevity.isExpected()).isFalse();
        brevity.learn(SOON, true);
        brevity.learn(LATER, true);
        assertThat(brevity.isExpected()).isTrue();
    }

    @Test
    void aLongRunEndsTheExpectation() {
        brevity.learn(SOON, true);
        brevity.learn(LATE, true);
        assertThat(brevity.isExpected()).isFalse();
    }

    @Test
    void anAnswerThatGoesOutInPartsIsNotBrief() {
        brevity.learn(SOON, false);
        assertThat(brevity.isExpected()).isFalse();
    }

    @Test
    void anExpectationThatWasWrongIsGivenUp() {
        brevity.learn(SOON, true);
        brevity.forget();
        assertThat(brevity.isExpected()).isFalse();
    }
}
