package org.modelgraph.sparql;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** What each row or triple of an answer has to pass. */
interface Gate {
    /** True where the source has another one that may pass; may throw to end the answer. */
    boolean opensFor(Iterator<?> source);

    /** Is told that one has passed. */
    default void passed() {}

    /** The same answer behind the gate; a truth passes as it is. */
    default Answer before(Answer answer) {
        return switch (answer) {
            case Answer.Rows rows -> new Answer.Rows(new Rows(rows.rows(), this), rows.run());
            case Answer.Triples triples ->
                    new Answer.Triples(new Triples(triples.triples(), this), triples.run());
            case Answer.Truth truth -> truth;
        };
    }

    private static <T> T next(Iterator<T> source, Gate gate) {
        if (!gate.opensFor(source)) throw new NoSuchElementException();
        var next = source.next();
        gate.passed();
        return next;
    }

    /** Rows behind a gate. */
    record Rows(RowSet source, Gate gate) implements RowSet {
        @Override
        public boolean hasNext() {
            return gate.opensFor(source);
        }

        @Override
        public Binding next() {
            return Gate.next(source, gate);
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

    /** Triples behind a gate. */
    record Triples(Iterator<Triple> source, Gate gate) implements IteratorCloseable<Triple> {
        @Override
        public boolean hasNext() {
            return gate.opensFor(source);
        }

        @Override
        public Triple next() {
            return Gate.next(source, gate);
        }

        @Override
        public void close() {
            Iter.close(source);
        }
    }
}
