package org.modelgraph.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modelgraph.maintenance.Pace.Marks;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class PaceTest {
    private static final long COMMIT = 100;
    private final Pace pace = new Pace();

    private long version;

    private void commit(int times) {
        for (var n = 0; n < times; n++) pace.committed(++version);
    }

    /** Ten commits have been measured to take 100 bytes each. */
    private void learn(Marks marks) {
        pace.compacted(0, 0, Marks.NONE);
        commit(10);
        pace.measured(10 * COMMIT, version, marks);
    }

    @Test
    void theKeeperIsWokenWhereTheCommitsSinceTheMeasurementPassTheMark() {
        learn(new Marks(20 * COMMIT, Long.MAX_VALUE));
        commit(10);
        var rest = CompletableFuture.supplyAsync(() -> pace.rest(Duration.ofMinutes(5)));
        assertThat(rest).isNotDone();
        commit(1);
        assertThat(rest.join()).isTrue();
    }

    @Test
    void aWriterWaitsAboveTheMarkUntilTheStoreIsCompacted() throws Exception {
        learn(new Marks(Long.MAX_VALUE, 20 * COMMIT));
        commit(10);
        pace.hold();
        commit(1);
        var writer = CompletableFuture.runAsync(pace::hold);
        pace.compacted(COMMIT, version, new Marks(Long.MAX_VALUE, 20 * COMMIT));
        writer.get(1, TimeUnit.SECONDS);
        commit(19);
        pace.hold();
    }

    @Test
    void itWaitsNoLongerThanTwoSecondsAndNotAtAllWhereItIsFreed() throws Exception {
        learn(new Marks(Long.MAX_VALUE, 0));
        CompletableFuture.runAsync(pace::hold).get(30, TimeUnit.SECONDS);
        var writer = CompletableFuture.runAsync(pace::hold);
        pace.free();
        writer.get(1, TimeUnit.SECONDS);
        pace.hold();
    }

    @Test
    void whatHasEndedHoldsNobodyAndRestsNoMore() {
        learn(new Marks(0, 0));
        pace.end();
        pace.hold();
        assertThat(pace.rest(Duration.ofMinutes(5))).isFalse();
    }
}
