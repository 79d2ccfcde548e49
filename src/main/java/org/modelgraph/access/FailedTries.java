package org.modelgraph.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Counts the wrong credentials that come from an address, and says when it must wait. */
public final class FailedTries {
    private static final int MOST_ADDRESSES = 10_000;

    private record Count(int tries, Instant until) {}

    private final int allowed;
    private final Duration window;
    private final Map<String, Count> counts =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
                    return size() > MOST_ADDRESSES;
                }
            };

    /**
     * A count for each address.
     *
     * @param allowed how many wrong tries are let pass
     * @param window how long a try is remembered, counted from the first of a series
     */
    public FailedTries(int allowed, Duration window) {
        this.allowed = allowed;
        this.window = window;
    }

    /** How long the address must wait now; empty where it need not. */
    public synchronized Optional<Duration> wait(String address, Instant now) {
        var count = counts.get(address);
        if (count == null || !count.until().isAfter(now) || count.tries() < allowed)
            return Optional.empty();
        return Optional.of(Duration.between(now, count.until()));
    }

    /** Remembers a wrong try. */
    public synchronized void remember(String address, Instant now) {
        var count = counts.remove(address);
        counts.put(
                address,
                count == null || !count.until().isAfter(now)
                        ? new Count(1, now.plus(window))
                        : new Count(count.tries() + 1, count.until()));
    }
}
