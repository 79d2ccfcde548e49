package org.modelgraph.http;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.modelgraph.access.Principal;
import org.modelgraph.graph.Iris;
import org.modelgraph.graph.Overlay;
import org.modelgraph.problem.Problem;

import java.time.Duration;
import java.util.function.Consumer;

/** Who may write, and to which graphs. */
final class Writing {
    private final Site site;
    private final Admission lane;
    private final Access access;
    private final Duration limit;

    /**
     * The rules of writing.
     *
     * @param limit how long one write may take
     */
    Writing(Site site, Admission lane, Access access, Duration limit) {
        this.site = site;
        this.lane = lane;
        this.access = access;
        this.limit = limit;
    }

    Duration limit() {
        return limit;
    }

    /** Lets a client pass that has shown who it is. */
    Principal require(Exchange exchange) {
        return access.requireWriter(exchange);
    }

    /** Commits what the work does, and tells the client the version that came of it. */
    void write(Exchange exchange, Principal client, Consumer<Overlay> work) {
        var version =
                lane.run(() ->
                        site.store()
                                .write(overlay -> {
                                    work.accept(overlay);
                                    overlay.touched().forEach(g -> permit(client, g, overlay));
                                }));
        exchange.context().header("Modelgraph-Version", version.toString());
    }

    private static void permit(Principal client, Node graph, Overlay overlay) {
        permit(client, graph);
        if (!client.isAdmin() && isProtected(graph, overlay))
            throw Problem.of(
                            Problem.Kind.FORBIDDEN,
                            named(graph)
                                    + " comes with the program: writing to it needs the scope"
                                    + " admin, and the "
                                    + client.name()
                                    + " has "
                                    + client.scopesInWords()
                                    + ".")
                    .hint("Write to a graph of your own, or use a token with the scope admin.");
    }

    /**
     * Lets a client write to a graph, protected or not.
     *
     * @throws Problem 403 naming the graph and the scope that is missing
     */
    static void permit(Principal client, Node graph) {
        if (!client.mayWrite(graph.toString()))
            throw Problem.of(
                            Problem.Kind.FORBIDDEN,
                            "The "
                                    + client.name()
                                    + " may not write to "
                                    + named(graph).replaceFirst("^The", "the")
                                    + ": it has the scopes "
                                    + client.scopesInWords()
                                    + ".")
                    .hint(
                            Quad.isDefaultGraph(graph)
                                    ? "The default graph needs the scope write or admin."
                                    : "It needs the scope write:PREFIX with a prefix of this IRI,"
                                            + " write or admin.");
    }

    private static String named(Node graph) {
        return Quad.isDefaultGraph(graph) ? "The default graph" : "The graph <" + graph + ">";
    }

    private static boolean isProtected(Node graph, Overlay overlay) {
        return graph.equals(Iris.DERIVED)
                || graph.equals(Iris.CATALOG)
                || overlay.contains(Iris.CATALOG, graph, Iris.CONTENT_HASH, Node.ANY);
    }
}
