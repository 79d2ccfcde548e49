package org.modelgraph.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks at all that is under way, ten times a second. An alarm for each would cost a short answer
 * more than its rows.
 */
final class Rounds {
    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final long MILLIS = 100;

    private final Set<Entry> entries = ConcurrentHashMap.newKeySet();

    /** Rounds that a clock makes, as long as it goes. */
    Rounds(ScheduledExecutorService clock) {
        var _ = clock.scheduleWithFixedDelay(this::look, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Something that is looked at until it is closed. */
    abstract static class Entry implements AutoCloseable {
        private final Rounds rounds;

        Entry(Rounds rounds) {
            this.rounds = rounds;
        }

        /**
         * Does what is due; must not wait for anybody.
         *
         * @param now by {@link System#nanoTime}
         */
        abstract void look(long now);

        /**
         * Ends it.
         *
         * @return false where it had ended already
         */
        boolean end() {
            return rounds.entries.remove(this);
        }

        @Override
        public void close() {
            end();
        }
    }

    /** From now on an entry is looked at. */
    <T extends Entry> T with(T entry) {
        entries.add(entry);
        return entry;
    }

    private void look() {
        var now = System.nanoTime();
        for (var entry : entries) {
            try {
                entry.look(now);
            } catch (RuntimeException e) {
                log.debug("A connection may be gone before it is cut: {}", e, e);
            }
        }
    }
}
