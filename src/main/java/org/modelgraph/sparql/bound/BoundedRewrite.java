package org.modelgraph.sparql.bound;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.util.Context;

/**
 * Jena's optimisation, after which every expression that could run or grow without end is replaced
 * by one that keeps to the {@link Budget}; what other servers evaluate is left as it is.
 */
final class BoundedRewrite implements Rewrite {
    private final Rewrite usual;

    BoundedRewrite(Context context) {
        usual = Optimize.stdOptimizationFactory.create(context);
    }

    @Override
    public Op rewrite(Op op) {
        return Transformer.transformSkipService(
                new BoundedGroups(), new BoundedExpressions(), usual.rewrite(op));
    }

    /** Jena hands aggregations to the transformation of operators only. */
    private static final class BoundedGroups extends TransformCopy {
        @Override
        public Op transform(OpGroup group, Op input) {
            var aggregations =
                    group.getAggregators().stream().map(BoundedExpressions::bounded).toList();
            return OpGroup.create(input, group.getGroupVars(), aggregations);
        }
    }
}
