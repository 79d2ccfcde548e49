package org.modelgraph.sparql.bound;

import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/**
 * Replaces the expressions that could run or grow without end, and variables by such as cost less.
 */
final class BoundedExpressions extends ExprTransformCopy {
    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        return switch (function) {
            case E_Regex _ -> new BoundedRegex(arguments);
            case E_StrReplace _ -> new BoundedReplace(arguments);
            case E_StrConcat _ -> new BoundedConcat(arguments);
            default -> super.transform(function, arguments);
        };
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
        var same = super.transform(function, argument);
        return switch (function) {
            case E_StrEncodeForURI _, E_StrUpperCase _, E_StrLowerCase _ -> new BoundedText(same);
            default -> same;
        };
    }

    @Override
    public Expr transform(ExprVar variable) {
        return new DirectVariable(variable.asVar());
    }

    /** An aggregation with a bounded aggregator in the place of one that could grow without end. */
    static ExprAggregator bounded(ExprAggregator aggregation) {
        return bounded(aggregation.getAggregator()) instanceof BoundedGroupConcat bounded
                ? new ExprAggregator(aggregation.getVar(), bounded)
                : aggregation;
    }

    private static Aggregator bounded(Aggregator aggregator) {
        return switch (aggregator) {
            case AggGroupConcat all -> new BoundedGroupConcat(all, all.getSeparator(), false);
            case AggGroupConcatDistinct distinct ->
                    new BoundedGroupConcat(distinct, distinct.getSeparator(), true);
            default -> aggregator;
        };
    }
}
