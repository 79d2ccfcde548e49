package org.modelgraph.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Triples that have come or gone, by their predicates. */
final class Delta {
    private final Collection<Triple> triples;
    private final Map<Node, List<Triple>> byPredicate;

    Delta(Collection<Triple> triples) {
        this.triples = triples;
        this.byPredicate =
                triples.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Triple::getPredicate,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
    }

    Collection<Triple> triples() {
        return triples;
    }

    boolean isEmpty() {
        return triples.isEmpty();
    }

    /** Those that a pattern with this predicate, which may be a variable, can match. */
    Collection<Triple> of(Node predicate) {
        return predicate.isConcrete() ? byPredicate.getOrDefault(predicate, List.of()) : triples;
    }
}
