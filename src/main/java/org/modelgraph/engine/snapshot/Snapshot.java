package org.modelgraph.engine.snapshot;

import org.apache.jena.graph.Node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One version of a store in memory: every triple that stands in some graph, once, by predicate.
 * Never changes.
 */
public final class Snapshot implements Triples {
    private static final long PICKED_BYTES_A_TRIPLE = 30;
    private static final int[] NO_GRAPHS = new int[0];

    private final Dictionary dictionary;
    private final int[] predicates;
    private final List<PredicateIndex> indexes;
    private final boolean defaultGraphEmpty;
    private final long triples;
    private final Optional<GraphSets> graphs;
    private final Reuse reuse;
    private final ConcurrentHashMap<Integer, GraphView> views = new ConcurrentHashMap<>();

    /**
     * A snapshot.
     *
     * @param indexes ascending by their predicates
     * @param defaultGraphEmpty true where all triples stand in named graphs
     * @param graphs in which graphs the triples stand, where all stand in named graphs
     * @param reuse what was made for the versions before
     */
    Snapshot(
            Dictionary dictionary,
            List<PredicateIndex> indexes,
            boolean defaultGraphEmpty,
            Optional<GraphSets> graphs,
            Reuse reuse) {
        this.reuse = reuse;
        this.graphs = graphs;
        this.dictionary = dictionary;
        this.indexes = List.copyOf(indexes);
        this.predicates = indexes.stream().mapToInt(PredicateIndex::predicate).toArray();
        this.defaultGraphEmpty = defaultGraphEmpty;
        this.triples = indexes.stream().mapToLong(PredicateIndex::size).sum();
    }

    /** The terms. */
    public Dictionary dictionary() {
        return dictionary;
    }

    @Override
    public Optional<PredicateIndex> index(int predicate) {
        var place = Arrays.binarySearch(predicates, predicate);
        return place < 0 ? Optional.empty() : Optional.of(indexes.get(place));
    }

    @Override
    public List<PredicateIndex> indexes() {
        return indexes;
    }

    /** True where the union of the named graphs is all there is. */
    public boolean isDefaultGraphEmpty() {
        return defaultGraphEmpty;
    }

    @Override
    public long triples() {
        return triples;
    }

    /**
     * The term of a number.
     *
     * @param storage that it is of, inside of a transaction
     */
    public Node term(int number, Storage storage) {
        return reuse.terms().of(number, n -> storage.term(dictionary.id(n)));
    }

    /** What was made so far that the next version can use. */
    Reuse reuse() {
        return reuse;
    }

    /** True where it knows which graph a triple stands in. */
    public boolean knowsGraphs() {
        return graphs.isPresent();
    }

    /** In which graphs the triples stand. */
    GraphSets graphSets() {
        return graphs.orElse(GraphSets.NONE);
    }

    /** The triples of one graph. */
    public Triples graph(int graph) {
        if (reuse.picks().bytes() > PICKED_BYTES_A_TRIPLE * triples) {
            views.clear();
            reuse.picks().clear();
        }
        return views.computeIfAbsent(graph, g -> new GraphView(this, g, reuse.picks()));
    }

    /** The graphs in which a triple stands, ascending; none where it is not there. */
    public int[] graphs(int subject, int predicate, int object) {
        return index(predicate)
                .map(index -> index.graphs(object, subject, graphSets()))
                .orElse(NO_GRAPHS);
    }

    /** The predicates of which so much has changed that they are better built anew. */
    public List<Integer> overgrown() {
        return indexes.stream()
                .filter(PredicateIndex::isOvergrown)
                .map(PredicateIndex::predicate)
                .toList();
    }

    /** The same with a predicate built anew; costs by the size of that predicate. */
    public Snapshot rebuilt(int predicate) {
        var after = new ArrayList<PredicateIndex>();
        for (var index : indexes)
            after.add(index.predicate() == predicate ? index.rebuilt() : index);
        index(predicate).map(PredicateIndex::built).ifPresent(reuse.picks()::forget);
        return new Snapshot(dictionary, after, defaultGraphEmpty, graphs, reuse);
    }

    /** How many terms came with amendments since it was built. */
    public int additions() {
        return dictionary.added();
    }

    /** How many triples it has too many to fit into so many bytes, about; 0 where it fits. */
    public long surplus(long mostBytes) {
        var bytes = bytes();
        if (bytes <= mostBytes) return 0;
        return Math.max(1, (long) (triples * (1 - (double) mostBytes / bytes)));
    }

    /** The room that it takes in memory, in bytes. */
    public long bytes() {
        return graphSets().bytes()
                + dictionary.bytes()
                + indexes.stream().mapToLong(PredicateIndex::bytes).sum();
    }
}
