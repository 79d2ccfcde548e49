package org.modelgraph.sparql;

import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.util.Context;
import org.modelgraph.federation.Federation;

import java.util.Iterator;

/**
 * The answer to a query that calls other servers, of which nothing is missing. ARQ takes what fails
 * inside EXISTS for false and inside BIND for unbound; so each row is looked at before it is given.
 */
final class WholeAnswer implements Gate {
    private final Context context;

    private WholeAnswer(Context context) {
        this.context = context;
    }

    /** The same answer, which ends in the problem of a call that failed. */
    static Answer of(Answer answer, Context context) {
        if (!Federation.of(context).isOpen()) return answer;
        if (answer instanceof Answer.Truth) Federation.requireWhole(context);
        return new WholeAnswer(context).before(answer);
    }

    @Override
    public boolean opensFor(Iterator<?> source) {
        try {
            var more = source.hasNext();
            Federation.requireWhole(context);
            return more;
        } catch (QueryCancelledException e) {
            Federation.requireWhole(context);
            throw e;
        }
    }
}
