package org.modelgraph.sparql;

import org.modelgraph.problem.Problem;

import java.util.Iterator;

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

    /** The same limit for another run of the query. */
    public RowLimit anew() {
        return new RowLimit(most, cut);
    }

    /** True where there was more than the answer holds; known when the answer has been read. */
    public boolean truncated() {
        return truncated;
    }

    /** The same answer within the limit. */
    public Answer on(Answer answer) {
        return new Counting().before(answer);
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

    private final class Counting implements Gate {
        @Override
        public boolean opensFor(Iterator<?> source) {
            return mayGoOn(source);
        }

        @Override
        public void passed() {
            seen++;
        }
    }
}
