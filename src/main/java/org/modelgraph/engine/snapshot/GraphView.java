package org.modelgraph.engine.snapshot;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The triples of one graph of a snapshot; a predicate is picked out when it is first asked for. */
final class GraphView implements Triples {
    private final Snapshot snapshot;
    private final int graph;
    private final GraphPicks picks;
    private final ConcurrentHashMap<Integer, PredicateIndex> picked = new ConcurrentHashMap<>();

    GraphView(Snapshot snapshot, int graph, GraphPicks picks) {
        this.snapshot = snapshot;
        this.graph = graph;
        this.picks = picks;
    }

    @Override
    public Optional<PredicateIndex> index(int predicate) {
        return snapshot.index(predicate).map(this::pick).filter(i -> i.size() > 0);
    }

    private PredicateIndex pick(PredicateIndex whole) {
        return picked.computeIfAbsent(
                whole.predicate(), _ -> whole.of(graph, snapshot.graphSets(), picks));
    }

    @Override
    public List<PredicateIndex> indexes() {
        return snapshot.indexes().stream().map(this::pick).filter(i -> i.size() > 0).toList();
    }

    @Override
    public long triples() {
        return snapshot.triples();
    }
}
