package org.modelgraph.engine.snapshot;

import org.apache.jena.graph.Triple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Carries a snapshot over to a later version. Of each triple that a commit touched, the store is
 * asked in which graphs it stands now: a triple is gone only when its last graph has lost it. Only
 * the predicates that are touched are made anew.
 */
public final class Amendment {
    private final Snapshot before;
    private final Storage storage;
    private final boolean named;
    private final List<Found> present = new ArrayList<>();
    private final List<Found> absent = new ArrayList<>();

    /**
     * A triple that was touched.
     *
     * @param graphs the graphs that hold it now
     */
    private record Found(long subject, long predicate, long object, List<Long> graphs) {
        LongStream ids() {
            return LongStream.concat(
                    LongStream.of(subject, predicate, object),
                    graphs.stream().mapToLong(Long::longValue));
        }
    }

    /** What comes to a predicate and what goes from it, as pairs of object and subject. */
    private static final class Changes {
        final TreeMap<Long, Integer> come = new TreeMap<>();
        final TreeSet<Long> gone = new TreeSet<>();
    }

    private Amendment(Snapshot before, Storage storage) {
        this.before = before;
        this.storage = storage;
        this.named = before.knowsGraphs() && storage.isDefaultGraphEmpty();
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
        var graphs = named ? storage.graphs(s.get(), p.get(), o.get()) : List.<Long>of();
        var isThere = named ? !graphs.isEmpty() : storage.contains(s.get(), p.get(), o.get());
        (isThere ? present : absent).add(new Found(s.get(), p.get(), o.get(), graphs));
    }

    private Snapshot amended() {
        var dictionary = before.dictionary().with(unknown());
        var sets = new GraphSets.Growing(before.graphSets());
        var indexes = new HashMap<Integer, PredicateIndex>();
        before.indexes().forEach(i -> indexes.put(i.predicate(), i));
        changes(dictionary, sets)
                .forEach((predicate, changes) -> {
                    var old = before.index(predicate).orElse(PredicateIndex.EMPTY);
                    indexes.put(predicate, changed(predicate, old, changes));
                });
        var kept =
                indexes.values().stream()
                        .filter(i -> i.size() > 0)
                        .sorted(Comparator.comparingInt(PredicateIndex::predicate))
                        .toList();
        return new Snapshot(
                dictionary,
                kept,
                storage.isDefaultGraphEmpty(),
                named ? Optional.of(sets.whole()) : Optional.empty(),
                before.terms());
    }

    private long[] unknown() {
        return present.stream()
                .flatMapToLong(Found::ids)
                .filter(id -> before.dictionary().number(id) == Dictionary.NONE)
                .distinct()
                .toArray();
    }

    /** By predicate; what the dictionary lacks was not there. */
    private Map<Integer, Changes> changes(Dictionary dictionary, GraphSets.Growing sets) {
        var changes = new HashMap<Integer, Changes>();
        for (var found : present) {
            var numbers = found.graphs().stream().mapToInt(dictionary::number).toArray();
            var code = named ? sets.code(numbers, numbers.length) : 0;
            changes.computeIfAbsent(dictionary.number(found.predicate()), _ -> new Changes())
                    .come
                    .put(pair(dictionary, found), code);
        }
        for (var found : absent)
            if (found.ids().allMatch(id -> dictionary.number(id) != Dictionary.NONE))
                changes.computeIfAbsent(dictionary.number(found.predicate()), _ -> new Changes())
                        .gone
                        .add(pair(dictionary, found));
        return changes;
    }

    private static long pair(Dictionary dictionary, Found found) {
        return (long) dictionary.number(found.object()) << 32 | dictionary.number(found.subject());
    }

    private PredicateIndex changed(int predicate, PredicateIndex old, Changes changes) {
        var come = changes.come.keySet().stream().mapToLong(Long::longValue).toArray();
        var codes = changes.come.values().stream().mapToInt(Integer::intValue).toArray();
        var gone = changes.gone.stream().mapToLong(Long::longValue).toArray();
        var subjects = MergedPairs.of(old.subjects(), come, gone);
        var objects = MergedPairs.of(old.objects(), turned(come), turned(gone));
        return new PredicateIndex(
                predicate,
                objects.adjacency(),
                subjects.adjacency(),
                named ? subjects.carried(old.graphs(), codes) : new int[0]);
    }

    private static long[] turned(long[] pairs) {
        var turned = new long[pairs.length];
        for (var i = 0; i < pairs.length; i++) turned[i] = Long.rotateLeft(pairs[i], 32);
        Arrays.sort(turned);
        return turned;
    }
}
