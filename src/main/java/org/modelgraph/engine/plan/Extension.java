package org.modelgraph.engine.plan;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.Expr;
import org.modelgraph.engine.operator.Extend.Assignment;

import java.util.HashSet;
import java.util.Set;

/** Plans what gives variables the terms of expressions. */
final class Extension {
    private static final int NO_INPUT = -1;

    private final Slots slots;
    private final Assignments assignments;

    Extension(Slots slots, Assignments assignments) {
        this.slots = slots;
        this.assignments = assignments;
    }

    /** What expressions look at, and what they assign to. */
    static Set<Var> inputs(VarExprList expressions) {
        var inputs = new HashSet<>(expressions.getVars());
        expressions.getExprs().values().forEach(e -> inputs.addAll(Expressions.inputs(e)));
        return inputs;
    }

    /** The part that assigns to variables. */
    Plan of(VarExprList expressions) {
        var all = expressions.getVars().stream().filter(expressions::hasExpr).toList();
        return new Plan.Extend(
                expressions,
                all.stream().map(v -> assignment(v, expressions.getExpr(v))).toList(),
                expressions.getExprs().values().stream().allMatch(Expressions::isPure));
    }

    private Assignment assignment(Var variable, Expr expression) {
        var inputs = expression.getVarsMentioned();
        var input =
                inputs.size() == 1 && Expressions.isPure(expression)
                        ? slots.of(inputs.iterator().next())
                        : NO_INPUT;
        return new Assignment(slots.of(variable), variable, input, assignments.isMixed(variable));
    }
}
