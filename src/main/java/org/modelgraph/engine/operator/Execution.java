package org.modelgraph.engine.operator;

import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.modelgraph.engine.snapshot.Snapshot;
import org.modelgraph.sparql.bound.Budget;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * One run of a plan: what it reads, and what keeps it within bounds. Belongs to one thread and its
 * transaction.
 */
public final class Execution {
    /** How the names of variables begin whose slots hold no terms. */
    public static final String MARK = "#";

    private static final int TERMS_BETWEEN_LOOKS = 1 << 12;
    private static final int NUMBERS_A_TERM = 32;

    private final Snapshot snapshot;
    private final Terms terms;
    private final ExecutionContext context;
    private final List<Var> variables;
    private final int width;
    private Optional<Observations> observed = Optional.empty();
    private final IdentityHashMap<Condition, TermFilter> filters = new IdentityHashMap<>();
    private final IdentityHashMap<Stage, JoinTable> tables = new IdentityHashMap<>();
    private final List<QueryIterator> held = new ArrayList<>();

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

    /** Has what the parts of the plan do written down. */
    public void observe(Observations observations) {
        observed = Optional.of(observations);
    }

    /** An operator of a part, under observation where there is one. */
    public Operator observed(Stage part, Operator operator) {
        return observed.map(o -> o.around(part, operator)).orElse(operator);
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

    /** What a part that is answered by itself gave, where it was kept. */
    Optional<JoinTable> table(Stage part) {
        return Optional.ofNullable(tables.get(part));
    }

    /** Keeps what a part gives that is answered by itself, so that it is read once in a run. */
    void keep(Stage part, JoinTable table) {
        tables.put(part, table);
    }

    /**
     * The number of a term that an expression came to.
     *
     * @param mixed true where it has to meet terms of the store
     */
    int number(Node term, boolean mixed) {
        var number = terms.computed(term, mixed);
        if (terms.computed() % TERMS_BETWEEN_LOOKS == TERMS_BETWEEN_LOOKS - 1)
            hold((long) terms.computed() * NUMBERS_A_TERM);
        return number;
    }

    /** Has rows closed with the run, since they hold more than memory. */
    void closeAtEnd(QueryIterator rows) {
        held.add(rows);
    }

    /** Ends the run; it gives back what it holds besides memory. */
    public void close() {
        held.forEach(QueryIterator::close);
        held.clear();
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

    /** True where an operator that holds so many numbers of terms may hold as many more. */
    boolean mayHoldAsMuchAgain(long numbers) {
        return Budget.of(context.getContext()).allowsNumbers(2 * numbers);
    }

    /** How many rows a sort may hold; it puts what is over on disk. */
    int mostRows() {
        return Budget.of(context.getContext()).heldRows();
    }

    /** Lets a path have ends, as many as ARQ's may have. */
    void holdEnds(long ends) {
        Budget.of(context.getContext()).requireRows(ends);
    }
}
