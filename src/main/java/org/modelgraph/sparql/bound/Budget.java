package org.modelgraph.sparql.bound;

import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.modelgraph.problem.Problem;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What one evaluation may hold in memory.
 *
 * @param textLength the longest text that an expression may build, in UTF-16 units
 * @param heldRows how many rows or nodes an operator may hold: a sort and a DISTINCT put what is
 *     over on disk, a property path is refused
 */
public record Budget(int textLength, int heldRows) {
    /** The budget of every query, where nothing else is set. */
    public static final Budget USUAL = new Budget(1 << 20, 1_000_000);

    private static final Symbol SYMBOL = Symbol.create("urn:modelgraph:budget");
    private static final long ROWS_IN_MEMORY = 200_000;
    private static final long NUMBERS_A_ROW = 32;

    /**
     * Binds an execution to this budget. Constant expressions are not folded: Jena would evaluate
     * them while it optimises, where nothing can stop it.
     */
    public Context in(Context context) {
        context.set(SYMBOL, this);
        context.set(ARQ.spillToDiskThreshold, Math.min(ROWS_IN_MEMORY, heldRows));
        context.set(ARQ.optExprConstantFolding, false);
        RewriteFactory rewriting = BoundedRewrite::new;
        context.set(ARQConstants.sysOptimizerFactory, rewriting);
        return context;
    }

    /**
     * Operations as Jena would run them, to be shown. Constants are left as they stand here too:
     * nothing could stop their evaluation.
     */
    public static Op planned(Op operations) {
        var context = ARQ.getContext().copy();
        context.set(ARQ.optExprConstantFolding, false);
        return Algebra.optimize(operations, context);
    }

    /** The budget that an execution is bound to. */
    public static Budget of(Context context) {
        Budget budget = context.get(SYMBOL);
        return budget == null ? USUAL : budget;
    }

    /** The signal by which an execution is told to stop. */
    public static AtomicBoolean signal(Context context) {
        var signal = Context.getCancelSignal(context);
        return signal == null ? new AtomicBoolean() : signal;
    }

    /**
     * Lets an execution go on that was not told to stop.
     *
     * @throws QueryCancelledException where it was
     */
    static void proceed(AtomicBoolean signal) {
        if (signal.get()) throw new QueryCancelledException();
    }

    /**
     * Lets a text pass that is not too long.
     *
     * @param length in UTF-16 units
     * @throws Problem of kind {@link Problem.Kind#REFUSED_QUERY} for a longer one
     */
    void requireText(long length) {
        if (length > textLength)
            throw Problem.of(
                            Problem.Kind.REFUSED_QUERY,
                            "The query builds a text of more than "
                                    + textLength
                                    + " characters, which is the limit.")
                    .hint("Build shorter texts, or put them together after the query.");
    }

    /**
     * Lets an operator hold some rows.
     *
     * @throws Problem of kind {@link Problem.Kind#REFUSED_QUERY} where there are too many
     */
    public void requireRows(long rows) {
        if (rows > heldRows)
            throw Problem.of(
                            Problem.Kind.REFUSED_QUERY,
                            "A property path of the query has more than "
                                    + heldRows
                                    + " ends at once, which is the limit.")
                    .hint("Bind one end of the path, or follow it in steps.");
    }

    /**
     * Lets an operator hold numbers that stand for terms, of which a row has some.
     *
     * @param numbers of 4 bytes each
     * @throws Problem of kind {@link Problem.Kind#REFUSED_QUERY} where there are too many
     */
    public void requireNumbers(long numbers) {
        if (!allowsNumbers(numbers))
            throw Problem.of(
                            Problem.Kind.REFUSED_QUERY,
                            "The query was stopped because it has to hold more distinct rows than"
                                    + " there is memory for.")
                    .hint("Bind more of the pattern, or group by fewer things.");
    }

    /** True where an operator may hold so many numbers that stand for terms. */
    public boolean allowsNumbers(long numbers) {
        return numbers <= NUMBERS_A_ROW * heldRows;
    }
}
