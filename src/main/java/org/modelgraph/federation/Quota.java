package org.modelgraph.federation;

import java.time.Duration;

/**
 * What one query or update may have of other servers.
 *
 * @param calls how many times it may call them, held answers not counted
 * @param patience how long one call may take, from the search for the address to the last byte
 * @param answerBytes how long one answer may be, in bytes
 * @param allBytes how long all answers together may be, in bytes
 * @param rows how many rows are sent along with one call, at most
 */
public record Quota(int calls, Duration patience, int answerBytes, long allBytes, int rows) {
    /** The quota of every query and update. */
    public static final Quota USUAL =
            new Quota(100, Duration.ofSeconds(20), 16 << 20, 64L << 20, 250);
}
