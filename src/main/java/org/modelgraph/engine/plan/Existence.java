package org.modelgraph.engine.plan;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A condition that is EXISTS or NOT EXISTS and nothing else.
 *
 * @param wanted false where rows are kept for which the pattern has no solution
 */
record Existence(Op pattern, boolean wanted) {
    /** The condition, if it is one. */
    static Optional<Existence> of(Expr condition) {
        return switch (condition) {
            case E_Exists exists -> Optional.of(new Existence(exists.getGraphPattern(), true));
            case E_NotExists absent -> Optional.of(new Existence(absent.getGraphPattern(), false));
            case E_LogicalNot not -> of(not.getArg()).map(Existence::negated);
            default -> Optional.empty();
        };
    }

    /** Those of a filter. */
    static Stream<Existence> of(Op op) {
        return op instanceof OpFilter filter
                ? filter.getExprs().getList().stream().flatMap(e -> of(e).stream())
                : Stream.empty();
    }

    private Existence negated() {
        return new Existence(pattern, !wanted);
    }
}
