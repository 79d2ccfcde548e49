package org.modelgraph.sparql;

import static org.modelgraph.problem.Problem.Kind.REFUSED_QUERY;

import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.util.Context;
import org.modelgraph.problem.Problem;

/**
 * Refuses, before anything runs, what a query must not do here: call other servers, or call
 * functions that load code or just wait.
 */
public final class Guard {
    private static final String ARQ_FUNCTIONS = "http://jena.apache.org/ARQ/function#";

    private Guard() {}

    /**
     * Passes a query that may run.
     *
     * @throws Problem of kind {@link Problem.Kind#REFUSED_QUERY}, naming what is refused
     */
    public static void check(Query query) {
        check(Mentions.of(query));
    }

    static void check(Mentions mentions) {
        if (!mentions.services().isEmpty())
            throw Problem.of(
                            REFUSED_QUERY,
                            "SERVICE is not available here: this server does not call other"
                                    + " servers.")
                    .hint("Ask the other endpoint itself, or load its data and ask them together.");
        for (var iri : mentions.functions()) {
            if (iri.startsWith("java:") || iri.equals(ARQ_FUNCTIONS + "wait"))
                throw Problem.of(
                        REFUSED_QUERY, "The function <" + iri + "> is not available here.");
        }
    }

    /** Closes, in the context of an execution, the same doors once more. */
    static Context closed(Context context) {
        context.set(ARQ.httpServiceAllowed, false);
        return context;
    }
}
