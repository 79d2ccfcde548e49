package org.modelgraph.graph;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterFilterExpr;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.modelgraph.engine.Engine;
import org.modelgraph.engine.EngineLog;
import org.modelgraph.federation.Federation;
import org.modelgraph.sparql.bound.PathRows;
import org.modelgraph.sparql.bound.StoppableOrder;

import java.util.Optional;

/**
 * TDB2's executor behind the engine: what the engine does not know runs here, without TDB2's
 * failure on patterns that nothing flows into. TDB2 6.0.0 looks at the first row to order a pattern
 * of two or more triples, and throws "Peek iterator is already empty" where there is none. Where
 * nothing comes in, nothing comes out. Property paths are followed without recursion, and sorts can
 * be stopped.
 */
final class SoundExecutor extends OpExecutorTDB2 {
    private final Optional<Engine> engine;

    SoundExecutor(ExecutionContext context, Optional<Engine> engine) {
        super(context);
        this.engine = engine;
    }

    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        return engine.flatMap(e -> e.answer(op, input, execCxt, rows -> super.exec(op, rows)))
                .orElseGet(() -> EngineLog.counted(op, execCxt, () -> super.exec(op, input)));
    }

    @Override
    protected QueryIterator execute(OpBGP pattern, QueryIterator input) {
        return input.hasNext() ? super.execute(pattern, input) : input;
    }

    @Override
    protected QueryIterator execute(OpQuadPattern pattern, QueryIterator input) {
        return input.hasNext() ? super.execute(pattern, input) : input;
    }

    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        return new PathRows(path.getTriplePath(), input, execCxt);
    }

    @Override
    protected QueryIterator execute(OpConditional optional, QueryIterator input) {
        return Federation.isOptionalService(optional, execCxt)
                ? Federation.optional(optional, exec(optional.getLeft(), input), execCxt)
                : super.execute(optional, input);
    }

    /** TDB2 would take a pattern below a filter to itself; the engine has it first. */
    @Override
    protected QueryIterator execute(OpFilter filter, QueryIterator input) {
        if (!input.hasNext()) return input;
        if (engine.isEmpty() || !(filter.getSubOp() instanceof OpQuadPattern pattern))
            return super.execute(filter, input);
        if (!pattern.isUnionGraph()) return super.execute(filter, input);
        var rows = exec(pattern, input);
        for (Expr expression : filter.getExprs())
            rows = new QueryIterFilterExpr(rows, expression, execCxt);
        return rows;
    }

    @Override
    protected QueryIterator execute(OpOrder order, QueryIterator input) {
        return StoppableOrder.sorted(order, exec(order.getSubOp(), input), execCxt);
    }

    @Override
    protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
        return StoppableOrder.distinct(distinct, exec(distinct.getSubOp(), input), execCxt);
    }
}
