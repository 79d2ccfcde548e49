package org.modelgraph.sparql.bound;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.sse.Tags;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** REGEX (SPARQL 1.1 Query §17.4.3.14) that stops when it is told to. */
final class BoundedRegex extends ExprFunctionN {
    private final BoundedPattern pattern = new BoundedPattern("REGEX");

    BoundedRegex(ExprList arguments) {
        super(Tags.tagRegex, arguments);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments, FunctionEnv environment) {
        return matches(arguments, Budget.signal(environment.getContext()));
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        return matches(arguments, new AtomicBoolean());
    }

    private NodeValue matches(List<NodeValue> arguments, AtomicBoolean signal) {
        var text = new StoppableText(pattern.text(arguments.getFirst()), signal);
        return NodeValue.booleanReturn(pattern.of(arguments, 1, 2).matcher(text).find());
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedRegex(arguments);
    }
}
