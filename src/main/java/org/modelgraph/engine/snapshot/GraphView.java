package org.modelgraph.engine.snapshot;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The triples of one graph of a snapshot; a predicate is picked out when it is first asked for. */
final class GraphView implements Triples {
    private final Snapshot snapshot;
    private final int graph;
    private final ConcurrentHashMap<Integer, PredicateIndex> picked = new ConcurrentHashMap<>();

    GraphView(Snapshot snapshot, int graph) {
        this.snapshot = snapshot;
        this.graph = graph;
    }

    @Override
    public Optional<PredicateIndex> index(int predicate) {
        return snapshot.index(predicate).map(this::pick).filter(i -> i.size() > 0);
    }

    private PredicateIndex pick(PredicateIndex whole) {
        return picked.computeIfAbsent(
                whole.predicate(), _ -> whole.of(graph, snapshot.graphSets()));
    }

    @Override
    public List<PredicateIndex> indexes() {
        return snapshot.indexes().stream().map(this::pick).filter(i -> i.size() > 0).toList();
    }

    @Override
    public long triples() {
        return snapshot.triples();
    }

    /** The room that it takes in memory so far, in bytes. */
    long bytes() {
        return picked.values().stream()
                .filter(Objects::nonNull)
                .mapToLong(PredicateIndex::bytes)
                .sum();
    }
}
