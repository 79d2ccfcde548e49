package org.modelgraph.engine.operator;

import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.modelgraph.engine.snapshot.Snapshot;
import org.modelgraph.sparql.bound.Budget;

import java.util.IdentityHashMap;
import java.util.List;

/**
 * One run of a plan: what it reads, and what keeps it within bounds. Belongs to one thread and its
 * transaction.
 */
public final class Execution {
    private final Snapshot snapshot;
    private final Terms terms;
    private final ExecutionContext context;
    private final List<Var> variables;
    private final int width;
    private final IdentityHashMap<Condition, TermFilter> filters = new IdentityHashMap<>();

    /**
     * A run.
     *
     * @param context of ARQ, for expressions and for the signal to stop
     * @param variables by their slots
     * @param width how many slots a row has; those behind the variables are for operators
     */
    public Execution(
            Snapshot snapshot,
            Terms terms,
            ExecutionContext context,
            List<Var> variables,
            int width) {
        this.snapshot = snapshot;
        this.terms = terms;
        this.context = context;
        this.variables = variables;
        this.width = width;
    }

    /** What it reads. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** The terms behind the numbers. */
    public Terms terms() {
        return terms;
    }

    /** What ARQ needs to evaluate expressions. */
    public ExecutionContext context() {
        return context;
    }

    /** The variables, by their slots. */
    public List<Var> variables() {
        return variables;
    }

    int width() {
        return width;
    }

    /** A batch for rows of this run. */
    public Batch batch() {
        return new Batch(width);
    }

    TermFilter filter(Condition condition) {
        return filters.computeIfAbsent(condition, c -> new TermFilter(c, this));
    }

    /**
     * Lets the run go on that was not told to stop.
     *
     * @throws QueryCancelledException where it was
     */
    void proceed() {
        context.checkCancelSignal();
    }

    /**
     * Lets an operator hold numbers of terms.
     *
     * @throws org.modelgraph.problem.Problem where there are too many
     */
    void hold(long numbers) {
        Budget.of(context.getContext()).requireNumbers(numbers);
    }

    /** Lets a path have ends, as many as ARQ's may have. */
    void holdEnds(long ends) {
        Budget.of(context.getContext()).requireRows(ends);
    }
}
