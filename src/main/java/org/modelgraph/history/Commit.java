package org.modelgraph.history;

import org.modelgraph.graph.Version;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One commit as the log tells of it; what it changed is read when it is asked for.
 *
 * @param version the version that it made
 * @param previous the number of the version before it
 * @param at when
 * @param who on whose behalf
 * @param why the writer's reason, where one was given
 * @param added how many quads are there since, and were not before
 * @param removed how many quads were there before, and are not since
 * @param graphs the graphs that were changed, the first hundred of them; {@link #DEFAULT_GRAPH} for
 *     the default graph
 * @param moreGraphs how many graphs were changed beside those
 * @param patch where the quads are
 */
public record Commit(
        Version version,
        long previous,
        Instant at,
        String who,
        Optional<String> why,
        long added,
        long removed,
        List<String> graphs,
        long moreGraphs,
        Patch patch) {
    /** How the default graph is called. */
    public static final String DEFAULT_GRAPH = "default";

    /** Where the changed quads of a commit are. */
    public sealed interface Patch {
        /** In the log itself. */
        record Inline() implements Patch {}

        /** In a file of its own, packed, because they are many. */
        record Filed(String file) implements Patch {}

        /** Nowhere: states before this commit can't be told. */
        record Missing(String reason) implements Patch {}
    }

    /** The number of the version that it made. */
    public long number() {
        return version.number();
    }

    /** True where what it changed is kept. */
    public boolean isWhole() {
        return !(patch instanceof Patch.Missing);
    }

    /** True where it changed the graph of this name, as far as the names are kept. */
    public boolean touches(String graph) {
        return graphs.contains(graph) || moreGraphs > 0;
    }
}
