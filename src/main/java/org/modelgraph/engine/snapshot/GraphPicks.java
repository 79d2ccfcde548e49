package org.modelgraph.engine.snapshot;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The triples of single graphs, picked out by predicate when they are first asked for. Outlives
 * amendments, which leave alone what was built.
 */
final class GraphPicks {
    private final ConcurrentHashMap<Pick, CompactIndex> picked = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    private record Pick(CompactIndex whole, int graph) {}

    /** Those of the triples that were built in and stand in a graph. */
    CompactIndex of(CompactIndex whole, int graph, GraphSets sets) {
        return picked.computeIfAbsent(
                new Pick(whole, graph),
                _ -> {
                    var pick = whole.of(graph, sets);
                    bytes.addAndGet(pick.bytes());
                    return pick;
                });
    }

    /** The room that they take in memory, in bytes, more or less. */
    long bytes() {
        return bytes.get();
    }

    /** Gives the memory back that those of an index take. */
    void forget(CompactIndex whole) {
        picked.entrySet()
                .removeIf(entry -> {
                    if (entry.getKey().whole() != whole) return false;
                    bytes.addAndGet(-entry.getValue().bytes());
                    return true;
                });
    }

    /** Gives all memory back. */
    void clear() {
        picked.clear();
        bytes.set(0);
    }
}
