package org.modelgraph.sparql.bound;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AccumulatorExpr;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.expr.aggregate.AggregatorBase;
import org.apache.jena.sparql.function.FunctionEnv;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** GROUP_CONCAT (SPARQL 1.1 Query §18.5.1.7) that builds no text that is too long. */
final class BoundedGroupConcat extends AggregatorBase {
    private static final String BLANK = " ";

    private final Aggregator usual;
    private final String separator;

    /**
     * The aggregate.
     *
     * @param usual the one in whose place it stands
     * @param separator what stands between two values; a blank where the query does not say
     */
    BoundedGroupConcat(Aggregator usual, @Nullable String separator, boolean distinct) {
        super("GROUP_CONCAT", distinct, usual.getExprList());
        this.usual = usual;
        this.separator = Optional.ofNullable(separator).orElse(BLANK);
    }

    @Override
    public Accumulator createAccumulator() {
        return new Joined(getExprList().get(0), separator, isDistinct);
    }

    @Override
    public Aggregator copy(ExprList expressions) {
        return new BoundedGroupConcat(usual.copy(expressions), separator, isDistinct);
    }

    @Override
    public @Nullable Node getValueEmpty() {
        return usual.getValueEmpty();
    }

    @Override
    public int hashCode() {
        return usual.hashCode();
    }

    @Override
    public boolean equals(Aggregator other, boolean bySyntax) {
        return other instanceof BoundedGroupConcat bounded && usual.equals(bounded.usual, bySyntax);
    }

    private static final class Joined extends AccumulatorExpr {
        private final StringBuilder text = new StringBuilder();
        private final String separator;
        private boolean first = true;

        Joined(Expr expression, String separator, boolean distinct) {
            super(expression, distinct);
            this.separator = separator;
        }

        @Override
        protected void accumulate(NodeValue value, Binding binding, FunctionEnv environment) {
            if (!first) text.append(separator);
            first = false;
            text.append(value.asString());
            Budget.of(environment.getContext()).requireText(text.length());
        }

        @Override
        protected void accumulateError(Binding binding, FunctionEnv environment) {}

        @Override
        protected NodeValue getAccValue() {
            return NodeValue.makeString(text.toString());
        }
    }
}
