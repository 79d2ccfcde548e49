package org.modelgraph.engine.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds a snapshot by walking each index of a store once, in the order in which it lies on disk:
 * no sort over all triples is needed.
 */
public final class SnapshotBuilder {
    private static final int BYTES_A_TRIPLE = 16;

    private final Storage storage;
    private final long mostBytes;
    private final Runnable check;

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
        if (triples > Integer.MAX_VALUE / 2 || triples * BYTES_A_TRIPLE > mostBytes)
            return Optional.empty();
        var objects = new LongList();
        collect("OSP", objects);
        var predicates = new LongList();
        collect("POS", predicates);
        var dictionary = Dictionary.of(union(union(subjects, objects), predicates).toArray());
        var snapshot = new Snapshot(dictionary, indexes(dictionary), storage.isDefaultGraphEmpty());
        return Optional.of(snapshot).filter(s -> s.bytes() <= mostBytes);
    }

    /** Collects the distinct ids of the first column; returns the number of triples. */
    private long collect(String columns, LongList ids) {
        var walk = storage.walk(columns, check);
        var triples = 0L;
        while (walk.advance()) {
            if (triples++ == 0 || walk.first() != ids.array()[ids.size() - 1])
                ids.add(walk.first());
            if (triples * BYTES_A_TRIPLE > mostBytes) break;
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

    private List<PredicateIndex> indexes(Dictionary dictionary) {
        var indexes = new ArrayList<PredicateIndex>();
        var walk = storage.walk("POS", check);
        var pairs = new LongList();
        var predicate = 0L;
        var object = 0L;
        var number = Dictionary.NONE;
        while (walk.advance()) {
            if (pairs.size() > 0 && walk.first() != predicate) {
                indexes.add(index(dictionary, predicate, pairs));
                pairs.clear();
            }
            if (pairs.size() == 0 || walk.second() != object) {
                object = walk.second();
                number = dictionary.number(object);
            }
            predicate = walk.first();
            pairs.add((long) number << 32 | dictionary.number(walk.third()));
        }
        if (pairs.size() > 0) indexes.add(index(dictionary, predicate, pairs));
        return indexes;
    }

    private static PredicateIndex index(Dictionary dictionary, long predicate, LongList pairs) {
        return PredicateIndex.of(dictionary.number(predicate), pairs.array(), pairs.size());
    }
}
