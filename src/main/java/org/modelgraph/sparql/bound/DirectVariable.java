package org.modelgraph.sparql.bound;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.VariableNotBoundException;
import org.apache.jena.sparql.function.FunctionEnv;
import org.jspecify.annotations.Nullable;

/** A variable in an expression whose value does not go through ARQ's cache. */
final class DirectVariable extends ExprVar {
    DirectVariable(Var variable) {
        super(variable);
    }

    @Override
    public NodeValue eval(@Nullable Binding binding, @Nullable FunctionEnv environment) {
        var term = binding == null ? null : binding.get(varNode);
        if (term == null) throw new VariableNotBoundException("Not bound: variable " + varNode);
        return Values.of(term);
    }

    @Override
    public Expr copy(Var variable) {
        return new DirectVariable(variable);
    }
}
