package org.modelgraph.history;

import java.time.Duration;
import java.time.Instant;

/**
 * How much of the past is kept: the oldest part of the log goes when it is too old or the whole is
 * too large. The newest part, up to a sixteenth of the size, always stays.
 *
 * @param age how old a commit may become; zero where age does not count
 * @param bytes how large the log may become on disk; 0 where size does not count
 */
public record Retention(Duration age, long bytes) {
    /** Everything is kept. */
    public static final Retention EVERYTHING = new Retention(Duration.ZERO, 0);

    private static final long LARGEST_SEGMENT = 16 << 20;
    private static final long SMALLEST_SEGMENT = 16 << 10;

    boolean isTooOld(Instant at, Instant now) {
        return !age.isZero() && at.plus(age).isBefore(now);
    }

    boolean isTooLarge(long size) {
        return bytes > 0 && size > bytes;
    }

    /** How large a segment of the log becomes before the next one begins. */
    long segmentBytes() {
        if (bytes == 0) return LARGEST_SEGMENT;
        return Math.max(SMALLEST_SEGMENT, Math.min(LARGEST_SEGMENT, bytes / 16));
    }

    /** For how long commits go into one segment. */
    Duration segmentAge() {
        return age.isZero() ? Duration.ofDays(30) : age.dividedBy(16);
    }
}
