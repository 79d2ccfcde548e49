package org.modelgraph.sparql.bound;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.sse.Tags;

import java.util.List;

/** CONCAT (SPARQL 1.1 Query §17.4.3.12) that builds no text that is too long. */
final class BoundedConcat extends ExprFunctionN {
    BoundedConcat(ExprList arguments) {
        super(Tags.tagConcat, arguments);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments, FunctionEnv environment) {
        return joined(arguments, Budget.of(environment.getContext()));
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        return joined(arguments, Budget.USUAL);
    }

    private static NodeValue joined(List<NodeValue> arguments, Budget budget) {
        budget.requireText(arguments.stream().mapToLong(a -> a.asString().length()).sum());
        return XSDFuncOp.strConcat(arguments);
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedConcat(arguments);
    }
}
