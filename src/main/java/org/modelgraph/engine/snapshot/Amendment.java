package org.modelgraph.engine.snapshot;

import org.apache.jena.graph.Triple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Carries a snapshot over to a later version. Of each triple that a commit touched, the store is
 * asked whether it stands in some graph now: a triple is gone only when its last graph has lost it.
 * Only the predicates that are touched are made anew.
 */
public final class Amendment {
    private final Snapshot before;
    private final Storage storage;
    private final List<long[]> present = new ArrayList<>();
    private final List<long[]> absent = new ArrayList<>();

    private Amendment(Snapshot before, Storage storage) {
        this.before = before;
        this.storage = storage;
    }

    /**
     * The snapshot of the transaction of this thread.
     *
     * @param before a snapshot of an earlier version of the same storage
     * @param touched all triples that were added to a graph or removed from one in between
     */
    public static Snapshot of(Snapshot before, Storage storage, Collection<Triple> touched) {
        var amendment = new Amendment(before, storage);
        touched.forEach(amendment::look);
        return amendment.amended();
    }

    private void look(Triple triple) {
        var s = storage.id(triple.getSubject());
        var p = storage.id(triple.getPredicate());
        var o = storage.id(triple.getObject());
        if (s.isEmpty() || p.isEmpty() || o.isEmpty()) return;
        var ids = new long[] {s.get(), p.get(), o.get()};
        (storage.contains(ids[0], ids[1], ids[2]) ? present : absent).add(ids);
    }

    private Snapshot amended() {
        var dictionary = before.dictionary().with(unknown());
        var come = byPredicate(dictionary, present);
        var gone = byPredicate(dictionary, absent);
        var indexes = new HashMap<Integer, PredicateIndex>();
        before.indexes().forEach(i -> indexes.put(i.predicate(), i));
        var touched = new TreeSet<>(come.keySet());
        touched.addAll(gone.keySet());
        for (var predicate : touched) {
            var pairs = new TreeSet<Long>(come.getOrDefault(predicate, List.of()));
            var removed = new TreeSet<Long>(gone.getOrDefault(predicate, List.of()));
            var old =
                    before.index(predicate)
                            .orElseGet(() -> PredicateIndex.of(predicate, new long[0], 0));
            indexes.put(predicate, changed(old, longs(pairs), longs(removed)));
        }
        var kept =
                indexes.values().stream()
                        .filter(i -> i.size() > 0)
                        .sorted(Comparator.comparingInt(PredicateIndex::predicate))
                        .toList();
        return new Snapshot(dictionary, kept, storage.isDefaultGraphEmpty());
    }

    private long[] unknown() {
        return present.stream()
                .flatMapToLong(Arrays::stream)
                .filter(id -> before.dictionary().number(id) == Dictionary.NONE)
                .distinct()
                .toArray();
    }

    /**
     * The pairs of object and subject of each predicate; what the dictionary lacks was not there.
     */
    private static Map<Integer, List<Long>> byPredicate(
            Dictionary dictionary, List<long[]> triples) {
        var pairs = new HashMap<Integer, List<Long>>();
        for (var ids : triples) {
            var s = dictionary.number(ids[0]);
            var p = dictionary.number(ids[1]);
            var o = dictionary.number(ids[2]);
            if (s == Dictionary.NONE || p == Dictionary.NONE || o == Dictionary.NONE) continue;
            pairs.computeIfAbsent(p, _ -> new ArrayList<>()).add((long) o << 32 | s);
        }
        return pairs;
    }

    private static long[] longs(Set<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private static PredicateIndex changed(PredicateIndex old, long[] come, long[] gone) {
        return new PredicateIndex(
                old.predicate(),
                changed(old.objects(), turned(come), turned(gone)),
                changed(old.subjects(), come, gone));
    }

    private static long[] turned(long[] pairs) {
        var turned = new long[pairs.length];
        for (var i = 0; i < pairs.length; i++) turned[i] = Long.rotateLeft(pairs[i], 32);
        Arrays.sort(turned);
        return turned;
    }

    private static Adjacency changed(Adjacency old, long[] come, long[] gone) {
        var pairs = old.pairs();
        var merged = new long[pairs.length + come.length];
        var size = 0;
        var j = 0;
        for (var pair : pairs) {
            while (j < come.length && come[j] < pair) merged[size++] = come[j++];
            if (j < come.length && come[j] == pair) j++;
            if (Arrays.binarySearch(gone, pair) < 0) merged[size++] = pair;
        }
        while (j < come.length) merged[size++] = come[j++];
        return Adjacency.of(merged, size);
    }
}
