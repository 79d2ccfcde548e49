package org.modelgraph.sparql.bound;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.util.Context;

/**
 * Jena's optimisation, after which every expression that could run or grow without end is replaced
 * by one that keeps to the {@link Budget}.
 */
final class BoundedRewrite implements Rewrite {
    private final Rewrite usual;

    BoundedRewrite(Context context) {
        usual = Optimize.stdOptimizationFactory.create(context);
    }

    @Override
    public Op rewrite(Op op) {
        return Transformer.transform(
                new TransformCopy(), new BoundedExpressions(), usual.rewrite(op));
    }
}
