package org.modelgraph.access;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A client that has shown who it is.
 *
 * @param name how it is called in messages and logs, such as {@code token ci} or {@code user anna}
 * @param scopes what it may do
 */
public record Principal(String name, List<Scope> scopes) {
    /** What a client may do whose credential says nothing about it. */
    static final List<Scope> USUAL = List.of(new Scope.Read(), new Scope.Write(""));

    /** True of a client that may do everything. */
    public boolean isAdmin() {
        return scopes.stream().anyMatch(Scope.Admin.class::isInstance);
    }

    /** True of a client that may read where not everybody may. */
    public boolean mayRead() {
        return isAdmin() || scopes.stream().anyMatch(Scope.Read.class::isInstance);
    }

    /** True of a client that may write to a graph, as long as the graph is not protected. */
    public boolean mayWrite(String graph) {
        return isAdmin()
                || scopes.stream().anyMatch(s -> s instanceof Scope.Write w && w.covers(graph));
    }

    /** How the IRIs of new graphs begin that this client has named by the server. */
    public String nursery() {
        var prefixes =
                scopes.stream()
                        .filter(Scope.Write.class::isInstance)
                        .map(s -> ((Scope.Write) s).prefix())
                        .toList();
        return isAdmin() || prefixes.isEmpty() || prefixes.contains("")
                ? "urn:uuid:"
                : prefixes.getFirst();
    }

    /** The scopes in one line. */
    public String scopesInWords() {
        return scopes.isEmpty()
                ? "none"
                : scopes.stream().map(Scope::toString).collect(Collectors.joining(", "));
    }
}
