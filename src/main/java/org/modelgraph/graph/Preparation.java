package org.modelgraph.graph;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpLib;
import org.apache.jena.sparql.util.Context;

import java.util.Optional;

/**
 * What is made once for a query that is asked again and again: its algebra, as TDB2 would run it
 * over all graphs together. Belongs to one query, which nobody changes any more; safe for several
 * threads.
 */
public final class Preparation {
    private volatile Optional<Op> algebra = Optional.empty();

    /** The algebra of the query, made at the first call. */
    Op algebra(Query query, Context context) {
        var made = algebra;
        if (made.isPresent()) return made.get();
        query.ensureResultVars();
        var fresh = compiled(query, context);
        algebra = Optional.of(fresh);
        return fresh;
    }

    private static Op compiled(Query query, Context context) {
        var optimized = Algebra.optimize(Algebra.compile(query), context);
        return OpLib.unionDefaultGraphQuads(Algebra.toQuadForm(optimized));
    }
}
