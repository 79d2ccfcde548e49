package org.modelgraph.sparql.bound;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.sse.Tags;
import org.apache.jena.sparql.util.Context;

import java.util.List;
import java.util.regex.Matcher;

/**
 * REPLACE (SPARQL 1.1 Query §17.4.3.15) that stops when it is told to and builds no text that is
 * too long. Like Jena's, it replaces an empty match only where it is the first.
 */
final class BoundedReplace extends ExprFunctionN {
    private final BoundedPattern pattern = new BoundedPattern("REPLACE");

    BoundedReplace(ExprList arguments) {
        super(Tags.tagReplace, arguments);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments, FunctionEnv environment) {
        return replaced(arguments, environment.getContext());
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        return replaced(arguments, new Context());
    }

    private NodeValue replaced(List<NodeValue> arguments, Context context) {
        var text = pattern.text(arguments.getFirst());
        var input = new StoppableText(text, Budget.signal(context));
        var matcher = pattern.of(arguments, 1, 3).matcher(input);
        var replaced = replaced(matcher, pattern.text(arguments.get(2)), Budget.of(context));
        return replaced.equals(text)
                ? arguments.getFirst()
                : like(arguments.getFirst().asNode(), replaced);
    }

    private static String replaced(Matcher matcher, String replacement, Budget budget) {
        var out = new StringBuilder();
        var first = true;
        try {
            while (matcher.find()) {
                if (!first && matcher.start() == matcher.end()) continue;
                first = false;
                matcher.appendReplacement(out, replacement);
                budget.requireText(out.length());
            }
            matcher.appendTail(out);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ExprEvalException("REPLACE: the replacement can't be used", e);
        }
        budget.requireText(out.length());
        return out.toString();
    }

    private static NodeValue like(Node literal, String text) {
        return NodeValue.makeNode(
                literal.getLiteralLanguage().isEmpty()
                        ? NodeFactory.createLiteralDT(text, literal.getLiteralDatatype())
                        : NodeFactory.createLiteralDirLang(
                                text,
                                literal.getLiteralLanguage(),
                                literal.getLiteralBaseDirection()));
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedReplace(arguments);
    }
}
