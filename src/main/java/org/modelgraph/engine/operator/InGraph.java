package org.modelgraph.engine.operator;

import java.util.Arrays;
import java.util.List;

/**
 * GRAPH with a variable: of rows that match a pattern in all graphs together, those whose triples
 * stand in one graph, once for each graph in which they all do.
 */
public final class InGraph implements Operator {
    private static final int STEPS_BETWEEN_LOOKS = 1 << 12;

    private final Input input;
    private final int graph;
    private final List<Ends> triples;
    private final Execution run;
    private final int[] begun;
    private int[] common = new int[0];
    private int next;
    private int steps;
    private long weight;

    /** The ends of a triple pattern, each a slot or the complement of a term. */
    public record Ends(int subject, int predicate, int object) {}

    /**
     * A restriction.
     *
     * @param graph the slot of the graph
     * @param triples all bound in each row
     */
    public InGraph(Operator source, int graph, List<Ends> triples, Execution run) {
        this.input = new Input(source, run);
        this.graph = graph;
        this.triples = triples;
        this.run = run;
        this.begun = new int[run.width()];
    }

    @Override
    public boolean fill(Batch batch) {
        batch.clear();
        while (!batch.isFull()) {
            if (next < common.length) {
                emit(common[next++], batch);
                continue;
            }
            if (++steps % STEPS_BETWEEN_LOOKS == 0) run.proceed();
            weight = input.read(begun);
            if (weight == 0) break;
            common = common();
            next = 0;
        }
        return batch.size() > 0;
    }

    private void emit(int found, Batch batch) {
        var before = begun[graph];
        if (before != Batch.UNBOUND && before != found) return;
        begun[graph] = found;
        batch.add(begun, weight);
        begun[graph] = before;
    }

    private int[] common() {
        var all = graphs(triples.getFirst());
        for (var triple : triples.subList(1, triples.size())) {
            if (all.length == 0) break;
            var others = graphs(triple);
            all = Arrays.stream(all).filter(g -> Arrays.binarySearch(others, g) >= 0).toArray();
        }
        return all;
    }

    private int[] graphs(Ends triple) {
        return run.snapshot()
                .graphs(
                        Edge.value(triple.subject(), begun),
                        Edge.value(triple.predicate(), begun),
                        Edge.value(triple.object(), begun));
    }
}
