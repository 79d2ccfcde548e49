package org.modelgraph.sparql;

import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.modelgraph.problem.Problem;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * How many rows or triples an answer may have. A longer answer is an error; only who asked for a
 * cut answer gets one, and is told so.
 */
public final class RowLimit {
    private final long most;
    private final boolean cut;
    private long seen;
    private boolean truncated;

    /**
     * A limit for one answer.
     *
     * @param most how many rows or triples; 0 sets no limit
     * @param cut true where the client wants the first ones of a longer answer
     */
    public RowLimit(long most, boolean cut) {
        this.most = most == 0 ? Long.MAX_VALUE : most;
        this.cut = cut;
    }

    /** True where there was more than the answer holds; known when the answer has been read. */
    public boolean truncated() {
        return truncated;
    }

    /** The same answer within the limit. */
    public Answer on(Answer answer) {
        return switch (answer) {
            case Answer.Rows rows -> new Answer.Rows(new Limited(rows.rows()), rows.run());
            case Answer.Triples triples ->
                    new Answer.Triples(new LimitedTriples(triples.triples()), triples.run());
            case Answer.Truth truth -> truth;
        };
    }

    private boolean mayGoOn(Iterator<?> source) {
        if (truncated || !source.hasNext()) return false;
        if (seen < most) return true;
        truncated = true;
        if (cut) return false;
        throw Problem.of(
                        Problem.Kind.REFUSED_QUERY,
                        "The answer has more than " + most + " rows, which is the limit.")
                .hint(
                        "Ask for less with LIMIT, page by page with OFFSET, or accept a cut answer"
                                + " with truncate=true.");
    }

    private <T> T counted(T row) {
        seen++;
        return row;
    }

    private final class Limited implements RowSet {
        private final RowSet source;

        Limited(RowSet source) {
            this.source = source;
        }

        @Override
        public boolean hasNext() {
            return mayGoOn(source);
        }

        @Override
        public Binding next() {
            if (!hasNext()) throw new NoSuchElementException();
            return counted(source.next());
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

    private final class LimitedTriples implements IteratorCloseable<Triple> {
        private final Iterator<Triple> source;

        LimitedTriples(Iterator<Triple> source) {
            this.source = source;
        }

        @Override
        public boolean hasNext() {
            return mayGoOn(source);
        }

        @Override
        public Triple next() {
            if (!hasNext()) throw new NoSuchElementException();
            return counted(source.next());
        }

        @Override
        public void close() {
            org.apache.jena.atlas.iterator.Iter.close(source);
        }
    }
}
