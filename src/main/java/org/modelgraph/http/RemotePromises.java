package org.modelgraph.http;

import io.javalin.http.Context;

import org.modelgraph.problem.Problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What this server does over its own store and can't promise over a remote one. A request that
 * relies on it is refused with 501, rather than done in a way that only looks like it.
 */
final class RemotePromises {
    private static final List<String> HEADERS =
            List.of("If-Match", "If-Unmodified-Since", "Idempotency-Key", "X-Min-Version");
    private static final String WAY_OUT = "GET /limits tells what is.";
    private static final Map<String, String> WEAKER = weaker();

    private RemotePromises() {}

    /** What is not here may well be had over a store of the server's own. */
    static final Failures.Absence ABSENCE =
            new Failures.Absence() {
                @Override
                public Problem nothingThere(Context context) {
                    return notKept(context.path(), WAY_OUT);
                }

                @Override
                public Problem wrongMethod(Context context) {
                    return notKept(context.req().getMethod() + " at " + context.path(), WAY_OUT);
                }
            };

    private static Map<String, String> weaker() {
        var weaker = new LinkedHashMap<String, String>();
        weaker.put("snapshots", "one request is one request to the store; two may see two states");
        weaker.put("versions", "there are none, so no history and no changes");
        weaker.put("entityTags", "of short answers, by what they say; none of states");
        weaker.put("conditionalWrites", "refused (501)");
        weaker.put("idempotencyKeys", "refused (501)");
        weaker.put("atomicUpdates", "as the store does them");
        weaker.put("validation", "none; rules derive nothing");
        weaker.put("scopesOfGraphs", "updates need the scope write for all graphs");
        weaker.put("answerRows", "not counted");
        weaker.put(
                "pages", "none: a thing is told as data, and questions of the catalogue as tables");
        weaker.put("descriptions", "nodes without a name are followed two steps, in one graph");
        weaker.put("others", "search, lists, imports, exports, dumps, backups, protocols (501)");
        return weaker;
    }

    /** The promises that are weaker here, with what holds in their place. */
    static Map<String, String> table() {
        return WEAKER;
    }

    /**
     * Lets a request pass that relies on nothing of the kind.
     *
     * @throws Problem 501 naming what it relies on
     */
    static void requireKept(Exchange exchange) {
        for (var header : HEADERS)
            if (exchange.header(header).isPresent())
                throw notKept(header, "Ask without it, or ask a server that has its own store.");
        if (exchange.parameter("validate").isPresent())
            throw notKept("validate", "Ask a server that has its own store.");
    }

    static Problem notKept(String what, String wayOut) {
        return Problem.of(
                        Problem.Kind.NOT_IMPLEMENTED,
                        what + " is not possible over a remote store.")
                .hint(wayOut);
    }
}
