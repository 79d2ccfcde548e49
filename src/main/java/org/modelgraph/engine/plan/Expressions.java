package org.modelgraph.engine.plan;

import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Random;
import org.apache.jena.sparql.expr.E_StrUUID;
import org.apache.jena.sparql.expr.E_UUID;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;

import java.util.Objects;
import java.util.stream.Stream;

/** What the engine has to know of an expression that ARQ evaluates. */
final class Expressions {
    private Expressions() {}

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
            case ExprFunction function -> arguments(function).allMatch(Expressions::isPure);
            default -> true;
        };
    }

    /** The arguments that are there; ARQ has null for those that may be left out. */
    private static Stream<Expr> arguments(ExprFunction function) {
        return function.getArgs().stream().filter(Objects::nonNull);
    }
}
