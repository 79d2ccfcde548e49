package org.modelgraph.sparql;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.modelgraph.federation.Federation;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The answer to a query that calls other servers, of which nothing is missing. ARQ takes what fails
 * inside EXISTS for false and inside BIND for unbound; so each row is looked at before it is given.
 */
final class WholeAnswer {
    private final Context context;

    private WholeAnswer(Context context) {
        this.context = context;
    }

    /** The same answer, which ends in the problem of a call that failed. */
    static Answer of(Answer answer, Context context) {
        if (!Federation.of(context).isOpen()) return answer;
        var whole = new WholeAnswer(context);
        return switch (answer) {
            case Answer.Rows rows -> new Answer.Rows(whole.new Rows(rows.rows()), rows.run());
            case Answer.Triples triples ->
                    new Answer.Triples(whole.new Triples(triples.triples()), triples.run());
            case Answer.Truth truth -> {
                Federation.requireWhole(context);
                yield truth;
            }
        };
    }

    private boolean hasNext(Iterator<?> source) {
        try {
            var more = source.hasNext();
            Federation.requireWhole(context);
            return more;
        } catch (QueryCancelledException e) {
            Federation.requireWhole(context);
            throw e;
        }
    }

    private final class Rows implements RowSet {
        private final RowSet source;

        Rows(RowSet source) {
            this.source = source;
        }

        @Override
        public boolean hasNext() {
            return WholeAnswer.this.hasNext(source);
        }

        @Override
        public Binding next() {
            if (!hasNext()) throw new NoSuchElementException();
            return source.next();
        }

        @Override
        public List<Var> getResultVars() {
            return source.getResultVars();
        }

        @Override
        public long getRowNumber() {
            return source.getRowNumber();
        }

        @Override
        public void close() {
            source.close();
        }
    }

    private final class Triples implements IteratorCloseable<Triple> {
        private final Iterator<Triple> source;

        Triples(Iterator<Triple> source) {
            this.source = source;
        }

        @Override
        public boolean hasNext() {
            return WholeAnswer.this.hasNext(source);
        }

        @Override
        public Triple next() {
            if (!hasNext()) throw new NoSuchElementException();
            return source.next();
        }

        @Override
        public void close() {
            Iter.close(source);
        }
    }
}
