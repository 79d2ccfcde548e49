package org.modelgraph.sparql;

import static org.modelgraph.problem.Problem.Kind.REFUSED_QUERY;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.util.Context;
import org.modelgraph.federation.Federation;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.bound.Budget;

/**
 * Refuses, before anything runs, what a query must not do here: call other servers than those of
 * the {@link Federation}, call what is not {@link Allowed}, or be larger than the {@link
 * Complexity} that there is room for.
 */
public final class Guard {
    private Guard() {}

    /**
     * Passes a query that may run where no other server is called.
     *
     * @throws Problem of kind {@link Problem.Kind#REFUSED_QUERY}, naming what is refused
     */
    public static void check(Query query) {
        check(query, Federation.NONE);
    }

    /**
     * Passes a query that may run.
     *
     * @param federation the servers that it may call
     * @throws Problem of kind {@link Problem.Kind#REFUSED_QUERY}, naming what is refused
     */
    public static void check(Query query, Federation federation) {
        check(Mentions.of(query), Complexity.QUERY, federation);
    }

    /** True of a query that calls other servers. */
    public static boolean callsOthers(Query query) {
        return !Mentions.of(query).services().isEmpty();
    }

    /**
     * True of a query whose answer is the same as long as the data are: it does not ask for the
     * time, for anything at random or for new blank nodes, and calls no other server.
     */
    public static boolean isRepeatable(Query query) {
        var mentions = Mentions.of(query);
        return mentions.services().isEmpty()
                && mentions.builtIns().stream().noneMatch(Allowed::isVolatile);
    }

    /** Passes the WHERE of an update that may run. */
    static void checkUpdate(Op where, Federation federation) {
        check(Mentions.of(where), Complexity.UPDATE, federation);
    }

    private static void check(Mentions mentions, Complexity most, Federation federation) {
        mentions.services().forEach(federation::requireCallable);
        if (!mentions.misplaced().isEmpty())
            throw Problem.of(
                            REFUSED_QUERY,
                            "SERVICE can't stand inside ORDER BY or an aggregate here.")
                    .hint("Find in the pattern what it is to find, and sort or count that.");
        for (var iri : mentions.functions()) if (!Allowed.function(iri)) throw refused(iri);
        for (var iri : mentions.predicates()) if (!Allowed.predicate(iri)) throw refused(iri);
        for (var symbol : mentions.builtIns()) if (!Allowed.builtIn(symbol)) throw refused(symbol);
        most.requirePatterns(mentions.size().patterns());
        most.requireDepth(mentions.size().depth());
    }

    private static Problem refused(String name) {
        return Problem.of(REFUSED_QUERY, "The function <" + name + "> is not available here.")
                .hint("/limits lists the functions that are.");
    }

    /**
     * Closes, in the context of an execution, the same doors once more, and bounds what it holds.
     */
    static Context closed(Context context) {
        return Budget.USUAL.in(Federation.of(context).admit(context));
    }
}
