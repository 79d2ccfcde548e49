package org.modelgraph.engine.plan;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_IRI;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.E_Random;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_StrUUID;
import org.apache.jena.sparql.expr.E_UUID;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMax;
import org.apache.jena.sparql.expr.aggregate.AggMin;
import org.apache.jena.sparql.expr.aggregate.AggSample;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.modelgraph.engine.snapshot.Storage;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What the engine has to know of an expression that ARQ evaluates. */
final class Expressions {
    private Expressions() {}

    /** True of an expression that ARQ can evaluate for a row; it may ask patterns, for EXISTS. */
    static boolean isKnown(Expr expression) {
        return switch (expression) {
            case E_Exists _, E_NotExists _ -> true;
            case ExprFunctionOp _, ExprAggregator _ -> false;
            case ExprFunction function -> arguments(function).allMatch(Expressions::isKnown);
            case ExprVar _, NodeValue _ -> true;
            default -> false;
        };
    }

    /** The variables that an expression looks at, also those in EXISTS. */
    static Set<Var> inputs(Expr expression) {
        var inputs = new HashSet<>(expression.getVarsMentioned());
        patterns(expression).forEach(pattern -> inputs.addAll(Algebra.mentioned(pattern)));
        return inputs;
    }

    private static Stream<Op> patterns(Expr expression) {
        return switch (expression) {
            case ExprFunctionOp test -> Stream.of(test.getGraphPattern());
            case ExprFunction function -> arguments(function).flatMap(Expressions::patterns);
            default -> Stream.empty();
        };
    }

    /** True of an expression that looks at a row only, and not at a graph. */
    static boolean isLocal(Expr expression) {
        return switch (expression) {
            case ExprFunctionOp _, ExprAggregator _ -> false;
            case ExprFunction function -> arguments(function).allMatch(Expressions::isLocal);
            case ExprVar _, NodeValue _ -> true;
            default -> false;
        };
    }

    /** True of an expression that gives the same for the same terms, as often as one asks. */
    static boolean isPure(Expr expression) {
        return switch (expression) {
            case E_Random _, E_UUID _, E_StrUUID _, E_BNode _, E_Function _, E_Call _ -> false;
            case ExprFunctionOp _ -> false;
            case ExprFunction function -> arguments(function).allMatch(Expressions::isPure);
            default -> true;
        };
    }

    /**
     * True of an expression of which it is certain that what it gives, from terms of the store, is
     * in the form in which the store would give it back.
     */
    static boolean isStored(Expr expression) {
        return switch (expression) {
            case ExprVar _, E_Str _, E_IRI _ -> true;
            case NodeValue value -> !Storage.isRewritten(value.asNode());
            case E_Coalesce coalesce -> coalesce.getArgs().stream().allMatch(Expressions::isStored);
            case E_If either -> isStored(either.getArg2()) && isStored(either.getArg3());
            case ExprAggregator aggregate -> isStored(aggregate.getAggregator());
            default -> false;
        };
    }

    private static boolean isStored(Aggregator aggregator) {
        return switch (aggregator) {
            case AggCount _, AggCountVar _, AggCountVarDistinct _ -> true;
            case AggMin _, AggMax _, AggSample _ -> aggregator.getExprList().get(0).isVariable();
            default -> false;
        };
    }

    /** The variables that an aggregate looks at. */
    static Set<Var> inputs(Aggregator aggregator) {
        var expressions = aggregator.getExprList();
        return expressions == null ? Set.of() : expressions.getVarsMentioned();
    }

    /** The arguments that are there; ARQ has null for those that may be left out. */
    private static Stream<Expr> arguments(ExprFunction function) {
        return function.getArgs().stream().filter(Objects::nonNull);
    }
}
