package org.modelgraph.graph;

import org.apache.jena.sparql.core.Quad;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What one commit changes. Quads of the default graph have {@link Quad#defaultGraphIRI} as graph.
 *
 * @param before the version before it
 * @param after the version that it makes
 * @param by on whose behalf it is made
 * @param at when its quads were final
 * @param streamed true of a bulk load, whose quads are too many to be held: both collections are
 *     empty then, and {@link Participant#watch} shows the quads as they pass
 * @param removed the quads that were there and are gone
 * @param added the quads that are there and were not
 */
public record Change(
        Version before,
        Version after,
        Attribution by,
        Instant at,
        boolean streamed,
        Collection<Quad> removed,
        Collection<Quad> added) {
    static Change of(Version before, Attribution by, Overlay overlay) {
        var removed = overlay.removals();
        var added = overlay.additions();
        var after = removed.isEmpty() && added.isEmpty() ? before : before.next();
        return new Change(before, after, by, Instant.now(), false, removed, added);
    }

    static Change streamed(Version before, Attribution by) {
        return new Change(before, before.next(), by, Instant.now(), true, List.of(), List.of());
    }

    /** True where the state after is the state before. */
    public boolean isEmpty() {
        return before.equals(after);
    }
}
