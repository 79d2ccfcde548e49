package org.modelgraph.graph;

import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.modelgraph.sparql.bound.PathRows;

/**
 * TDB2's executor without its failure on patterns that nothing flows into: TDB2 6.0.0 looks at the
 * first row to order a pattern of two or more triples, and throws "Peek iterator is already empty"
 * where there is none. Where nothing comes in, nothing comes out. Property paths are followed
 * without recursion.
 */
final class SoundExecutor extends OpExecutorTDB2 {
    SoundExecutor(ExecutionContext context) {
        super(context);
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
    protected QueryIterator execute(OpFilter filter, QueryIterator input) {
        return input.hasNext() ? super.execute(filter, input) : input;
    }
}
