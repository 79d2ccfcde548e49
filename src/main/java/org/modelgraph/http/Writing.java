package org.modelgraph.http;

import org.apache.jena.graph.Node;
import org.modelgraph.graph.Iris;
import org.modelgraph.graph.Overlay;
import org.modelgraph.problem.Problem;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Who may write, and what no client may write to. */
final class Writing {
    private final Site site;
    private final Admission lane;
    private final Optional<String> token;
    private final Duration limit;

    /**
     * The rules of writing.
     *
     * @param token the bearer token that allows writing; without one nobody may
     * @param limit how long one write may take
     */
    Writing(Site site, Admission lane, Optional<String> token, Duration limit) {
        this.site = site;
        this.lane = lane;
        this.token = token;
        this.limit = limit;
    }

    Duration limit() {
        return limit;
    }

    /**
     * Lets a client pass that may write.
     *
     * @throws Problem 403 where nobody may, 401 where the token is missing or wrong
     */
    void require(Exchange exchange) {
        var expected =
                token.orElseThrow(() ->
                        Problem.of(Problem.Kind.FORBIDDEN, "This server is read-only.")
                                .hint("It takes writes when it is started with a write token."));
        var given =
                exchange.header("Authorization")
                        .filter(h -> h.regionMatches(true, 0, "Bearer ", 0, 7))
                        .map(h -> h.substring(7).strip())
                        .orElse("");
        if (!MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8)))
            throw Problem.of(
                            Problem.Kind.UNAUTHORIZED,
                            given.isEmpty()
                                    ? "Writing needs a bearer token."
                                    : "The bearer token is not the right one.")
                    .hint("Send the header Authorization: Bearer TOKEN.");
    }

    /** Commits what the work does, and tells the client the version that came of it. */
    void write(Exchange exchange, Consumer<Overlay> work) {
        var version =
                lane.run(() ->
                        site.store()
                                .write(overlay -> {
                                    work.accept(overlay);
                                    protect(overlay);
                                }));
        exchange.context().header("Modelgraph-Version", version.toString());
    }

    private static void protect(Overlay overlay) {
        for (var graph : overlay.touched()) {
            if (graph.equals(Iris.DERIVED)
                    || graph.equals(Iris.CATALOG)
                    || overlay.contains(Iris.CATALOG, graph, Iris.CONTENT_HASH, Node.ANY))
                throw Problem.of(
                                Problem.Kind.FORBIDDEN,
                                "The graph <"
                                        + graph
                                        + "> comes with the program and can't be written to.")
                        .hint("Write to a graph of your own.");
        }
    }
}
