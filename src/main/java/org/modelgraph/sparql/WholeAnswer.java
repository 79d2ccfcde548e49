package org.modelgraph.sparql;

import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.util.Context;
import org.modelgraph.federation.Federation;
import org.modelgraph.sparql.bound.Watch;

import java.util.Iterator;

/**
 * An answer of which nothing is missing. An evaluation that is stopped may end as if it had no more
 * rows; so the end counts only where the watch let it run. And ARQ takes what fails in other
 * servers for false inside EXISTS and for unbound inside BIND; so where a query may call them each
 * row is looked at before it is given.
 */
final class WholeAnswer implements Gate {
    private final Context context;
    private final boolean calls;
    private final Watch.Watched watched;

    private WholeAnswer(Context context, boolean calls, Watch.Watched watched) {
        this.context = context;
        this.calls = calls;
        this.watched = watched;
    }

    /** The same answer, which ends in the problem of a call that failed, or of a stop. */
    static Answer of(Answer answer, Context context) {
        var calls = Federation.of(context).isOpen();
        var gate = new WholeAnswer(context, calls, answer.run().watched());
        if (answer instanceof Answer.Truth) gate.requireWhole();
        return gate.before(answer);
    }

    private void requireWhole() {
        requireAnswers();
        if (watched.stopped().isPresent()) throw new QueryCancelledException();
    }

    private void requireAnswers() {
        if (calls) Federation.requireWhole(context);
    }

    @Override
    public boolean opensFor(Iterator<?> source) {
        try {
            if (source.hasNext()) {
                requireAnswers();
                return true;
            }
        } catch (QueryCancelledException e) {
            requireAnswers();
            throw e;
        }
        requireWhole();
        return false;
    }
}
