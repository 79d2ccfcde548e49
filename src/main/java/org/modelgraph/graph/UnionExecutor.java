package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.modelgraph.engine.Engine;
import org.modelgraph.engine.EngineLog;
import org.modelgraph.federation.Federation;
import org.modelgraph.sparql.bound.PathRows;
import org.modelgraph.sparql.bound.StoppableOrder;

import java.util.Optional;

/**
 * Jena's general executor behind the engine, for the {@link UnionView}: the engine has what is
 * matched against the default graph, which is all graphs together.
 */
final class UnionExecutor extends OpExecutor {
    private final Optional<Engine> engine;

    UnionExecutor(ExecutionContext context, Optional<Engine> engine) {
        super(context);
        this.engine = engine.filter(_ -> isUnion(context.getActiveGraph()));
    }

    private static boolean isUnion(Graph graph) {
        return graph instanceof GraphView view
                && view.getDataset() instanceof UnionView
                && view.getGraphName() == null;
    }

    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        return engine.flatMap(e -> e.answer(op, input, execCxt, rows -> super.exec(op, rows)))
                .orElseGet(() -> EngineLog.counted(op, execCxt, () -> super.exec(op, input)));
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

    @Override
    protected QueryIterator execute(OpOrder order, QueryIterator input) {
        return StoppableOrder.sorted(order, exec(order.getSubOp(), input), execCxt);
    }

    @Override
    protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
        return StoppableOrder.distinct(distinct, exec(distinct.getSubOp(), input), execCxt);
    }
}
