package org.modelgraph.graph;

import java.util.Optional;

/**
 * On whose behalf a write is made, and why: what history and audit tell of it.
 *
 * @param agent who wrote, in a few words, such as {@code token 3f2a (nightly import)}
 * @param reason why, in the writer's words, where one was given
 */
public record Attribution(String agent, Optional<String> reason) {
    /** What the program does of itself. */
    public static final Attribution PROGRAM = new Attribution("modelgraph", Optional.empty());
}
