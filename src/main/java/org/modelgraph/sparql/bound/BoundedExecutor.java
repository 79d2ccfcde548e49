package org.modelgraph.sparql.bound;

import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.OpExecutor;

/** Jena's general executor, with property paths that don't recurse. */
public final class BoundedExecutor extends OpExecutor {
    public BoundedExecutor(ExecutionContext context) {
        super(context);
    }

    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        return new PathRows(path.getTriplePath(), input, execCxt);
    }
}
