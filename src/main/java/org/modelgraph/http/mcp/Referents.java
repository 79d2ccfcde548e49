package org.modelgraph.http.mcp;

import org.modelgraph.browse.Index;
import org.modelgraph.http.Site;
import org.modelgraph.naming.NormalName;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an agent means by what it writes for a thing: an IRI, a short form such as {@code
 * model:gpt-4}, or a name.
 */
record Referents(Site site) {
    private static final int OFFERED = 5;

    /**
     * The IRI of what is meant.
     *
     * @param kind the kind in the IRIs of what may be meant; any where it is empty
     * @throws Problem 404 with what may be meant, where that is not one thing
     */
    String find(Index index, String written, Optional<String> kind) {
        var text = written.strip();
        var iri = Prefixes.expand(text).orElse(text);
        if (iri.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+")) {
            if (index.names().knows(iri) || !iri.startsWith(Prefixes.BASE)) return iri;
            throw unknown(iri, index.nearest(iri).stream().toList());
        }
        var own = Prefixes.BASE + kind.orElse("model") + "/" + text;
        if (index.names().knows(own)) return own;
        return byName(index, text, kind);
    }

    private static String byName(Index index, String name, Optional<String> kind) {
        var outcome = index.search().find(name, kind);
        var called =
                outcome.hits().stream()
                        .filter(h -> NormalName.of(h.matched()).equals(NormalName.of(name)))
                        .toList();
        if (called.size() == 1) return called.getFirst().iri();
        var offered = called.isEmpty() ? outcome.hits() : called;
        if (offered.isEmpty())
            offered =
                    outcome.meant()
                            .map(meant -> index.search().find(meant, kind).hits())
                            .orElse(List.of());
        throw unknown(name, offered.stream().limit(OFFERED).map(h -> h.iri()).toList());
    }

    private static Problem unknown(String what, List<String> near) {
        var problem =
                Problem.of(
                        Problem.Kind.NOT_FOUND, "Nothing in the graph is called '" + what + "'.");
        return problem.hint(
                near.isEmpty()
                        ? "Look for it with search_entities."
                        : near.stream()
                                .map(iri -> Prefixes.shorten(iri).orElse(iri))
                                .collect(Collectors.joining(", ", "Did you mean ", "?")));
    }
}
