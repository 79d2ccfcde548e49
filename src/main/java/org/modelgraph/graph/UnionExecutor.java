package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.modelgraph.engine.Engine;
import org.modelgraph.engine.EngineLog;
import org.modelgraph.sparql.bound.BoundedExecutor;

import java.util.Optional;

/**
 * The bounded executor behind the engine, for the {@link UnionView}: the engine has what is matched
 * against the default graph, which is all graphs together.
 */
final class UnionExecutor extends BoundedExecutor {
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
}
