package org.modelgraph.engine.snapshot;

import org.apache.jena.graph.Triple;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Carries a snapshot over to a later version. Of each triple that a commit touched, the store is
 * asked in which graphs it stands now: a triple is gone only when its last graph has lost it. What
 * is found is laid over what was built, so that it costs by what was touched.
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

    /**
     * What was found of a predicate: pairs of object and subject, the present with their graphs.
     */
    private static final class Look {
        final TreeMap<Long, Integer> present = new TreeMap<>();
        final TreeSet<Long> absent = new TreeSet<>();

        PredicateIndex applied(PredicateIndex before, boolean named) {
            var there = PairSet.of(longs(present.keySet()));
            var codes = present.values().stream().mapToInt(Integer::intValue).toArray();
            return before.with(
                    there,
                    named ? Optional.of(new GraphCodes(there, codes)) : Optional.empty(),
                    PairSet.of(longs(absent)));
        }

        private static long[] longs(Collection<Long> ascending) {
            return ascending.stream().mapToLong(Long::longValue).toArray();
        }
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
        var indexes = new TreeMap<Integer, PredicateIndex>();
        before.indexes().forEach(i -> indexes.put(i.predicate(), i));
        looks(dictionary, sets)
                .forEach((predicate, look) -> {
                    var old = indexes.get(predicate);
                    var known = old == null ? PredicateIndex.empty(predicate) : old;
                    indexes.put(predicate, look.applied(known, named));
                });
        return new Snapshot(
                dictionary,
                indexes.values().stream().filter(i -> i.size() > 0).toList(),
                storage.isDefaultGraphEmpty(),
                named ? Optional.of(sets.whole()) : Optional.empty(),
                before.reuse());
    }

    private long[] unknown() {
        return present.stream()
                .flatMapToLong(Found::ids)
                .filter(id -> before.dictionary().number(id) == Dictionary.NONE)
                .distinct()
                .toArray();
    }

    /** By predicate; what the dictionary lacks was not there. */
    private Map<Integer, Look> looks(Dictionary dictionary, GraphSets.Growing sets) {
        var looks = new HashMap<Integer, Look>();
        for (var found : present) {
            var numbers = found.graphs().stream().mapToInt(dictionary::number).toArray();
            var code = named ? sets.code(numbers, numbers.length) : 0;
            look(looks, dictionary, found).present.put(pair(dictionary, found), code);
        }
        for (var found : absent)
            if (found.ids().allMatch(id -> dictionary.number(id) != Dictionary.NONE))
                look(looks, dictionary, found).absent.add(pair(dictionary, found));
        return looks;
    }

    private static Look look(Map<Integer, Look> looks, Dictionary dictionary, Found found) {
        return looks.computeIfAbsent(dictionary.number(found.predicate()), _ -> new Look());
    }

    private static long pair(Dictionary dictionary, Found found) {
        return PairSet.pair(dictionary.number(found.object()), dictionary.number(found.subject()));
    }
}
