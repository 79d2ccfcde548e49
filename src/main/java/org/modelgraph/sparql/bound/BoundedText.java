package org.modelgraph.sparql.bound;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/**
 * An expression whose text may not be too long: one that makes a text longer by a small factor, and
 * could be nested.
 */
public final class BoundedText extends ExprFunction1 {
    BoundedText(Expr expression) {
        super(expression, "bounded");
    }

    @Override
    public NodeValue eval(NodeValue value, FunctionEnv environment) {
        Budget.of(environment.getContext()).requireText(value.asString().length());
        return value;
    }

    @Override
    public NodeValue eval(NodeValue value) {
        Budget.USUAL.requireText(value.asString().length());
        return value;
    }

    @Override
    public Expr copy(Expr expression) {
        return new BoundedText(expression);
    }
}
