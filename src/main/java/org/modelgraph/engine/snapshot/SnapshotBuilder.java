package org.modelgraph.engine.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Builds a snapshot by walking each index of a store once, in the order in which it lies on disk:
 * no sort over all triples is needed.
 */
public final class SnapshotBuilder {
    private static final int BYTES_A_TRIPLE = 16;

    private final Storage storage;
    private final long mostBytes;
    private final Runnable check;
    private long surplus;

    /**
     * A builder.
     *
     * @param mostBytes how large the snapshot may become
     * @param check is run now and then, and may throw to end the work
     */
    public SnapshotBuilder(Storage storage, long mostBytes, Runnable check) {
        this.storage = storage;
        this.mostBytes = mostBytes;
        this.check = check;
    }

    /** The snapshot of the transaction of this thread; empty where it would be too large. */
    public Optional<Snapshot> build() {
        var subjects = new LongList();
        var triples = collect("SPO", subjects);
        surplus = triples - most();
        if (surplus > 0) return Optional.empty();
        var objects = new LongList();
        collect("OSP", objects);
        var predicates = new LongList();
        collect("POS", predicates);
        var terms = union(union(subjects, objects), predicates);
        var built = storage.isDefaultGraphEmpty() ? named(terms) : together(terms);
        surplus = built.surplus(mostBytes);
        return Optional.of(built).filter(_ -> surplus == 0);
    }

    /** How many triples have to go before it is worth while to build again; 0 where it fit. */
    public long surplus() {
        return Math.max(0, surplus);
    }

    /** How many triples could fit at most. */
    private long most() {
        return Math.min(Integer.MAX_VALUE / 2, mostBytes / BYTES_A_TRIPLE);
    }

    /** Collects the distinct ids of the first column; returns the number of triples. */
    private long collect(String columns, LongList ids) {
        var walk = storage.walk(columns, check);
        var triples = 0L;
        while (walk.advance()) {
            if (triples++ > most()) continue;
            if (ids.size() == 0 || walk.first() != ids.array()[ids.size() - 1])
                ids.add(walk.first());
        }
        return triples;
    }

    private static LongList union(LongList left, LongList right) {
        var union = new LongList();
        var i = 0;
        var j = 0;
        while (i < left.size() || j < right.size()) {
            var order =
                    i == left.size()
                            ? 1
                            : j == right.size()
                                    ? -1
                                    : Long.compareUnsigned(left.array()[i], right.array()[j]);
            union.add(order <= 0 ? left.array()[i] : right.array()[j]);
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return union;
    }

    /** The snapshot of a store where all triples stand in named graphs. */
    private Snapshot named(LongList terms) {
        var dictionary = Dictionary.of(union(terms, storage.graphs(check)).toArray());
        var walk = storage.quads(check);
        var sets = new GraphSets.Growing(GraphSets.NONE);
        var indexes = indexes(dictionary, walk, true, () -> code(dictionary, walk.graphs(), sets));
        return new Snapshot(dictionary, indexes, true, Optional.of(sets.whole()), Reuse.none());
    }

    private static int code(Dictionary dictionary, LongList graphs, GraphSets.Growing sets) {
        var numbers = new int[graphs.size()];
        for (var i = 0; i < numbers.length; i++) numbers[i] = dictionary.number(graphs.array()[i]);
        return sets.code(numbers, numbers.length);
    }

    /** The snapshot of a store whose default graph has triples, too. */
    private Snapshot together(LongList terms) {
        var dictionary = Dictionary.of(terms.toArray());
        var indexes = indexes(dictionary, storage.walk("POS", check), false, () -> 0);
        return new Snapshot(dictionary, indexes, false, Optional.empty(), Reuse.none());
    }

    private static List<PredicateIndex> indexes(
            Dictionary dictionary, TripleWalk walk, boolean named, IntSupplier graph) {
        var indexes = new ArrayList<PredicateIndex>();
        var pairs = new Pairs(dictionary, named);
        while (walk.advance()) {
            if (pairs.belongElsewhere(walk)) indexes.add(pairs.index());
            pairs.add(walk, graph.getAsInt());
        }
        if (pairs.size > 0) indexes.add(pairs.index());
        return indexes;
    }

    /** The pairs of one predicate on the way. */
    private static final class Pairs {
        private final Dictionary dictionary;
        private final boolean named;
        private final LongList pairs = new LongList();
        private int[] graphs = new int[1024];
        private int size;
        private long predicate;
        private long object;
        private int number;

        Pairs(Dictionary dictionary, boolean named) {
            this.dictionary = dictionary;
            this.named = named;
        }

        boolean belongElsewhere(TripleWalk walk) {
            return size > 0 && walk.first() != predicate;
        }

        void add(TripleWalk walk, int graph) {
            if (size == 0 || walk.second() != object) {
                object = walk.second();
                number = dictionary.number(object);
            }
            predicate = walk.first();
            pairs.add((long) number << 32 | dictionary.number(walk.third()));
            if (size == graphs.length) graphs = Arrays.copyOf(graphs, size + (size >> 1));
            graphs[size++] = graph;
        }

        PredicateIndex index() {
            var index =
                    CompactIndex.of(
                            dictionary.number(predicate),
                            pairs.array(),
                            size,
                            Arrays.copyOf(graphs, named ? size : 0));
            pairs.clear();
            size = 0;
            return PredicateIndex.of(index);
        }
    }
}
