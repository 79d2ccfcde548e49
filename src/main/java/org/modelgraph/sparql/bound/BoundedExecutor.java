package org.modelgraph.sparql.bound;

import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.modelgraph.federation.Federation;

/** Jena's general executor, with property paths that don't recurse and sorts that stop. */
public class BoundedExecutor extends OpExecutor {
    public BoundedExecutor(ExecutionContext context) {
        super(context);
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
