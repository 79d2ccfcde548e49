package org.modelgraph.sparql.bound;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.sse.Tags;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** REGEX (SPARQL 1.1 Query §17.4.3.14) that stops when it is told to. */
public final class BoundedRegex extends ExprFunctionN {
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

    /**
     * Whether a text matches, for one thread; empty where the pattern or its flags are not
     * constant, or are none.
     *
     * @param signal whether to stop
     */
    public Optional<Predicate<String>> test(AtomicBoolean signal) {
        var arguments = new ArrayList<NodeValue>();
        for (var argument : getArgs().subList(1, getArgs().size())) {
            if (!(argument instanceof NodeValue value)) return Optional.empty();
            arguments.add(value);
        }
        try {
            var matcher = pattern.of(arguments, 0, 1).matcher("");
            return Optional.of(text -> matcher.reset(new StoppableText(text, signal)).find());
        } catch (ExprEvalException e) {
            return Optional.empty();
        }
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
