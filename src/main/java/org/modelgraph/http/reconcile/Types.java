package org.modelgraph.http.reconcile;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;
import org.modelgraph.http.pages.Kind;
import org.modelgraph.naming.NameIndex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The classes whose members can be meant by names, and the kinds in the IRIs of their members. */
final class Types {
    private final Map<String, Set<String>> kinds = new LinkedHashMap<>();
    private final Map<String, String> types = new LinkedHashMap<>();

    /** The classes of the things in an index, and all classes above them. */
    Types(NameIndex index, Graph graph) {
        for (var kind : Kind.values()) {
            var type = kind.type();
            if (type.isEmpty() || !index.kinds().contains(kind.segment())) continue;
            types.put(kind.segment(), type.get());
            add(type.get(), kind.segment());
        }
        for (var type : List.copyOf(kinds.keySet()))
            for (var above : above(graph, type))
                for (var kind : kinds.getOrDefault(type, Set.of()).toArray(String[]::new))
                    add(above, kind);
    }

    private void add(String type, String kind) {
        kinds.computeIfAbsent(type, _ -> new LinkedHashSet<>()).add(kind);
    }

    private static Set<String> above(Graph graph, String type) {
        var above = new HashSet<String>();
        var open = new ArrayList<>(List.of(type));
        while (!open.isEmpty())
            graph.find(NodeFactory.createURI(open.removeLast()), RDFS.subClassOf.asNode(), Node.ANY)
                    .toList()
                    .forEach(t -> {
                        if (t.getObject().isURI() && above.add(t.getObject().getURI()))
                            open.add(t.getObject().getURI());
                    });
        return above;
    }

    /** The classes, those of pages before those above them. */
    Set<String> all() {
        return java.util.Collections.unmodifiableSet(kinds.keySet());
    }

    /** The class of the things of a kind. */
    Optional<String> ofKind(String kind) {
        return Optional.ofNullable(types.get(kind));
    }

    /** The kinds of the members of a class, given by identifier or by its kind; none if unknown. */
    Set<String> kinds(String identifier) {
        if (types.containsKey(identifier)) return Set.of(identifier);
        return kinds.getOrDefault(Identifier.iri(identifier), Set.of());
    }

    /** The classes that things should be looked for in where nobody says which. */
    List<String> usual() {
        return Arrays.asList(
                        Kind.MODEL,
                        Kind.ORGANIZATION,
                        Kind.BENCHMARK,
                        Kind.LIMITATION,
                        Kind.RISK,
                        Kind.MITIGATION,
                        Kind.TECHNIQUE)
                .stream()
                .flatMap(k -> ofKind(k.segment()).stream())
                .toList();
    }
}
