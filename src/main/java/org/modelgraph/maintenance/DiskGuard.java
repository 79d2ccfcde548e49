package org.modelgraph.maintenance;

import org.modelgraph.problem.Problem;

import java.nio.file.Path;

/**
 * Refuses writes while the disk is nearly full, so that reading, and the store itself, never meet a
 * full one.
 *
 * @param directory where the store is
 * @param reserve how many bytes have to stay free
 */
public record DiskGuard(Path directory, long reserve) {
    /** How many bytes are free for this process; 0 where that can't be told. */
    public long free() {
        return directory.toFile().getUsableSpace();
    }

    public boolean isShort() {
        return free() < reserve;
    }

    /**
     * Lets a write pass.
     *
     * @throws Problem of kind {@link Problem.Kind#INSUFFICIENT_STORAGE} where it would eat into the
     *     reserve
     */
    public void requireRoom() {
        var free = free();
        if (free < reserve)
            throw Problem.of(
                            Problem.Kind.INSUFFICIENT_STORAGE,
                            "The disk of the store has %d MiB left; below %d MiB nothing is written."
                                    .formatted(free >> 20, reserve >> 20))
                    .hint("Reading goes on. Writing works again as soon as there is room.");
    }
}
