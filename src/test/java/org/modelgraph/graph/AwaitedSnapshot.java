package org.modelgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** Waits for what follows a store on a thread of its own. */
public final class AwaitedSnapshot {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private AwaitedSnapshot() {}

    /** Waits until there is a snapshot of the newest version of a store. */
    public static void of(KnowledgeGraph store) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var version = store.version().number();
        while (store.snapshots().version().filter(v -> v == version).isEmpty()) {
            assertThat(System.nanoTime()).as("snapshot of version " + version).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
