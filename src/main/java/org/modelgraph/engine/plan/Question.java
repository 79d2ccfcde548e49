package org.modelgraph.engine.plan;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.modelgraph.engine.operator.Terms;
import org.modelgraph.engine.snapshot.Snapshot;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An operation that the engine answers as a whole.
 *
 * @param plan what is to be done
 * @param variables by their slots
 * @param shown the slots that come out
 * @param grouping what is done with the rows at the end
 */
public record Question(
        Plan plan, List<Var> variables, List<Integer> shown, Optional<Grouping> grouping) {
    /** GROUP BY and its aggregates. */
    public record Grouping(List<Integer> keys, List<ExprAggregator> aggregators) {}

    /** The question that an operation asks where no rows come in, if the engine knows all of it. */
    public static Optional<Question> of(Op op, Scope scope, Snapshot snapshot, Terms terms) {
        return new Reader(scope, snapshot, terms).read(op);
    }

    /** The question that a pattern asks of rows that come in, if the engine knows it. */
    public static Optional<Question> ofPattern(Op op, Scope scope, Snapshot snapshot, Terms terms) {
        var isPattern = scope.triples(op).isPresent() || scope.path(op).isPresent();
        return isPattern ? new Reader(scope, snapshot, terms).open(op) : Optional.empty();
    }

    private static final class Reader {
        private final Scope scope;
        private final Snapshot snapshot;
        private final Terms terms;
        private final Slots slots = new Slots();

        Reader(Scope scope, Snapshot snapshot, Terms terms) {
            this.scope = scope;
            this.snapshot = snapshot;
            this.terms = terms;
        }

        Optional<Question> read(Op op) {
            return switch (op) {
                case OpGroup group when isCountable(group) -> grouped(group);
                case OpDistinct distinct -> distinct(distinct);
                case OpProject project -> open(project.getSubOp(), vars(project), false);
                default -> open(op);
            };
        }

        private static Set<Var> vars(OpProject project) {
            return new LinkedHashSet<>(project.getVars());
        }

        Optional<Question> open(Op op) {
            return open(op, OpVars.visibleVars(op), false);
        }

        private Optional<Question> distinct(OpDistinct distinct) {
            return distinct.getSubOp() instanceof OpProject project
                    ? open(project.getSubOp(), named(project.getVars()), true)
                    : open(distinct.getSubOp(), named(OpVars.visibleVars(distinct)), true);
        }

        /** The variables that have a name: DISTINCT shows no others. */
        private static Set<Var> named(Collection<Var> variables) {
            var named = new LinkedHashSet<>(variables);
            named.removeIf(v -> !v.isNamedVar());
            return named;
        }

        private Optional<Question> open(Op op, Set<Var> wanted, boolean distinct) {
            if (!new Knowledge(scope, terms).isKnown(op)) return Optional.empty();
            var shown = slots.of(wanted);
            var plan = plan(op, shown);
            var ends = shown.stream().boxed().toList();
            var whole = distinct ? new Plan.Chain(List.of(plan, new Plan.Distinct(ends))) : plan;
            return Optional.of(new Question(whole, slots.variables(), ends, Optional.empty()));
        }

        private Plan plan(Op op, BitSet needed) {
            return new Planner(scope, snapshot, terms, slots).plan(op, new BitSet(), needed);
        }

        /** True where rows are grouped by variables and aggregates look at rows only. */
        private static boolean isCountable(OpGroup group) {
            return group.getGroupVars().getExprs().isEmpty()
                    && group.getAggregators().stream().allMatch(Reader::isLocal);
        }

        private static boolean isLocal(ExprAggregator aggregator) {
            var expressions = aggregator.getAggregator().getExprList();
            if (expressions == null || expressions.isEmpty()) return isCount(aggregator);
            for (Expr expression : expressions) if (!Expressions.isLocal(expression)) return false;
            return true;
        }

        /** True of COUNT(*); that of distinct rows would need all variables of a row. */
        private static boolean isCount(ExprAggregator aggregator) {
            return aggregator.getAggregator()
                    instanceof org.apache.jena.sparql.expr.aggregate.AggCount;
        }

        private Optional<Question> grouped(OpGroup group) {
            if (!new Knowledge(scope, terms).isKnown(group.getSubOp())) return Optional.empty();
            var keys = group.getGroupVars().getVars().stream().map(slots::of).toList();
            var needed = new BitSet();
            keys.forEach(needed::set);
            for (var aggregator : group.getAggregators()) {
                var expressions = aggregator.getAggregator().getExprList();
                if (expressions != null) needed.or(slots.of(expressions.getVarsMentioned()));
            }
            var plan = plan(group.getSubOp(), needed);
            return Optional.of(
                    new Question(
                            plan,
                            slots.variables(),
                            List.of(),
                            Optional.of(new Grouping(keys, group.getAggregators()))));
        }
    }
}
