package org.modelgraph.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modelgraph.maintenance.Pace.Marks;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class PaceTest {
    private static final long COMMIT = 100;
    private static final long TWENTY = 20 * COMMIT + COMMIT / 2;
    private final Pace pace = new Pace();

    private long version;

    private void commit(int times) {
        for (var n = 0; n < times; n++) pace.committed(++version);
    }

    /** Commits have been measured, again and again, to take 100 bytes each. */
    private void learn(Marks marks) {
        for (var times = 0; times < 40; times++) {
            pace.compacted(0, version, Marks.NONE);
            commit(40);
            pace.measured(40 * COMMIT, version, Marks.NONE);
        }
        pace.compacted(10 * COMMIT, version, marks);
    }

    @Test
    void theKeeperIsWokenWhereTheCommitsSinceTheMeasurementPassTheMark() {
        learn(new Marks(TWENTY, Long.MAX_VALUE));
        commit(10);
        var rest = CompletableFuture.supplyAsync(() -> pace.rest(Duration.ofMinutes(5)));
        assertThat(rest).isNotDone();
        commit(1);
        assertThat(rest.join()).isTrue();
    }

    @Test
    void aWriterWaitsAboveTheMarkUntilTheStoreIsCompacted() throws Exception {
        learn(new Marks(Long.MAX_VALUE, TWENTY));
        commit(10);
        pace.hold();
        commit(1);
        var writer = CompletableFuture.runAsync(pace::hold);
        pace.compacted(COMMIT, version, new Marks(Long.MAX_VALUE, TWENTY));
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
