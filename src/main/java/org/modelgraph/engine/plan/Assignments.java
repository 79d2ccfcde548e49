package org.modelgraph.engine.plan;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpExtendAssign;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The variables of an operation that get their terms from expressions, and whether the same
 * variables stand in patterns: then a computed term has to meet those of the store.
 */
final class Assignments {
    private final Map<Var, List<Expr>> assigned = new HashMap<>();
    private final Set<Var> matched = new HashSet<>();

    private Assignments() {}

    /** Those of an operation, with all below it. */
    static Assignments of(Op op, Scope scope) {
        var found = new Assignments();
        Algebra.all(op).forEach(part -> found.look(part, scope));
        return found;
    }

    private void look(Op op, Scope scope) {
        if (scope.isPattern(op)) matched.addAll(OpVars.visibleVars(op));
        switch (op) {
            case OpTable table -> matched.addAll(table.getTable().getVars());
            case OpExtendAssign extension -> note(extension.getVarExprList());
            case OpGroup group -> {
                note(group.getGroupVars());
                group.getAggregators()
                        .forEach(a ->
                                assigned.computeIfAbsent(a.getVar(), _ -> new ArrayList<>())
                                        .add(a));
            }
            default -> {}
        }
    }

    private void note(VarExprList extension) {
        extension
                .getExprs()
                .forEach((v, e) -> assigned.computeIfAbsent(v, _ -> new ArrayList<>()).add(e));
    }

    /**
     * True where each computed term that a pattern could match is in the form in which the store
     * would give it back. Where not, ARQ's ways of joining differ among each other.
     */
    boolean areSafe() {
        return assigned.keySet().stream().filter(matched::contains).allMatch(this::isSafe);
    }

    private boolean isSafe(Var variable) {
        var expressions = assigned.getOrDefault(variable, List.of());
        return expressions.stream()
                .allMatch(e ->
                        Expressions.isStored(e)
                                && inputs(e).stream().noneMatch(assigned::containsKey));
    }

    private static Set<Var> inputs(Expr expression) {
        return expression instanceof ExprAggregator aggregate
                ? Expressions.inputs(aggregate.getAggregator())
                : expression.getVarsMentioned();
    }

    /** True of a variable that can have its terms from more than one place. */
    boolean isMixed(Var variable) {
        return matched.contains(variable) || assigned.getOrDefault(variable, List.of()).size() > 1;
    }
}
