package org.modelgraph.http.reconcile;

import org.modelgraph.browse.Index;
import org.modelgraph.browse.Names;
import org.modelgraph.sparql.Prefixes;
import org.modelgraph.workbench.Census;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Things, classes and properties by a part of their names (§5 of the specification). */
record Proposals(Index index, Census census, Types types, String language) {
    private static final int SIZE = 20;

    /** Things whose names hold a text; claims are left out. */
    Map<String, Object> things(String prefix, int from) {
        var names = index.names();
        var hits =
                index.search().find(prefix, java.util.Optional.empty()).hits().stream()
                        .filter(h -> types.ofKind(h.kind()).isPresent())
                        .skip(from)
                        .limit(SIZE)
                        .map(h -> {
                            var entry = entry(Identifier.ofThing(h.iri()), h.iri());
                            entry.put(
                                    "notable",
                                    types
                                            .ofKind(h.kind())
                                            .map(t -> Manifest.type(t, names, language))
                                            .stream()
                                            .toList());
                            return entry;
                        })
                        .toList();
        return Map.of("result", hits);
    }

    /** Classes whose names hold a text. */
    Map<String, Object> classes(String prefix, int from) {
        return Map.of(
                "result",
                types.all().stream()
                        .filter(iri -> index.names().knows(iri))
                        .filter(iri -> fits(iri, prefix))
                        .skip(from)
                        .limit(SIZE)
                        .map(iri -> entry(Identifier.ofTerm(iri), iri))
                        .toList());
    }

    /** Properties whose names hold a text, the most used first. */
    Map<String, Object> properties(String prefix, int from) {
        return Map.of("result", list(census.properties(), prefix, from, SIZE));
    }

    /** The properties of the members of a class, the most used first. */
    Map<String, Object> propertiesOf(String type, int limit) {
        var uses = new LinkedHashMap<String, Integer>();
        uses.putAll(census.propertiesOf(Identifier.iri(type)));
        for (var kind : types.kinds(type))
            types.ofKind(kind)
                    .ifPresent(t ->
                            census.propertiesOf(t).forEach((p, n) -> uses.merge(p, n, Math::max)));
        return Map.of("type", type, "limit", limit, "properties", list(uses, "", 0, limit));
    }

    private List<Map<String, Object>> list(
            Map<String, Integer> uses, String prefix, int from, int limit) {
        return uses.entrySet().stream()
                .filter(e -> index.names().knows(e.getKey()) && fits(e.getKey(), prefix))
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .skip(from)
                .limit(limit)
                .map(e -> entry(Identifier.ofTerm(e.getKey()), e.getKey()))
                .toList();
    }

    private boolean fits(String iri, String prefix) {
        var sought = prefix.strip().toLowerCase(Locale.ROOT);
        var called = new ArrayList<String>();
        index.names().labels(iri).forEach(w -> called.add(w.text()));
        called.add(Prefixes.shorten(iri).orElse(iri));
        called.add(iri);
        return called.stream().anyMatch(c -> c.toLowerCase(Locale.ROOT).contains(sought));
    }

    private Map<String, Object> entry(String id, String iri) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("id", id);
        entry.put("name", index.names().of(iri, language).label());
        index.names()
                .definition(iri, language)
                .map(Names.Word::text)
                .ifPresent(d -> entry.put("description", d));
        return entry;
    }
}
