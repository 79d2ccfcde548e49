package org.modelgraph.replication;

import org.modelgraph.graph.LogPlace;
import org.modelgraph.problem.Problem;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * A log of commits in one total order, to which one writer appends and which many read.
 *
 * <p>Whoever {@link #acquire acquires} it is the writer, and whoever was it before is fenced: from
 * then on the log takes nothing from that one. An entry that {@link #append} reported is kept even
 * where the process or its machine ends at once, as far as the log promises it.
 */
public interface ReplicationLog extends AutoCloseable {
    /** Before the first entry. */
    long NOWHERE = -1;

    /** The name of this log: another one, where it was made anew. */
    String name();

    /**
     * Becomes the writer.
     *
     * @return the place of the newest entry, or {@link #NOWHERE}; nothing can come behind it now
     *     but what this writer appends
     * @throws Problem where the log can't be reached
     */
    long acquire();

    /**
     * Makes sure, after an outcome that was unknown, that this is the writer still.
     *
     * @return the same as {@link #acquire}; empty where another one has acquired the log
     * @throws Problem where the log can't be reached
     */
    OptionalLong resume();

    /** What became of an entry. */
    sealed interface Outcome {
        /** It is in the log. */
        record Kept(LogPlace place) implements Outcome {}

        /**
         * It is not in the log, and nothing of this writer will be: another one has acquired it.
         */
        record Fenced() implements Outcome {}

        /** It is not in the log. */
        record Refused(Exception reason) implements Outcome {}

        /** Nobody knows before the log has been acquired again and read to its end. */
        record Unknown(Exception reason) implements Outcome {}
    }

    /** Appends an entry. */
    Outcome append(EntryHeader header, Content content);

    /**
     * What was read.
     *
     * @param entries in their order
     * @param through the place up to which the log has nothing else, as far as is known: that of
     *     the last entry, or a later one
     */
    record Reading(List<Entry> entries, long through) {
        /** Entries, of which there is at least one, and nothing else. */
        public static Reading of(List<Entry> entries) {
            return new Reading(entries, entries.getLast().place().number());
        }
    }

    /**
     * The entries behind a place. Where none come within the patience there may be some all the
     * same: a log that is slow is not at its end.
     *
     * @param most about how many, at least 1
     * @throws Problem where the log can't be read
     */
    Reading read(long after, int most, Duration patience);

    /**
     * A place behind which the log has nothing now: that of the newest entry or a later one; or
     * {@link #NOWHERE}.
     *
     * @throws Problem where the log can't be read
     */
    long newest();

    /** Lets the log forget the entries before a place. */
    void prune(long before);

    @Override
    void close();
}
