package org.modelgraph.hostile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long things took. */
final class Latencies {
    private final List<Duration> all = Collections.synchronizedList(new ArrayList<>());

    void add(Duration one) {
        all.add(one);
    }

    int count() {
        return all.size();
    }

    /** The time within which so many of a hundred were done. */
    Duration percentile(int percent) {
        var sorted = new ArrayList<>(all);
        if (sorted.isEmpty()) return Duration.ZERO;
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
