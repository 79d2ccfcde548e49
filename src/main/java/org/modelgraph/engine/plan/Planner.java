package org.modelgraph.engine.plan;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDisjunction;
import org.apache.jena.sparql.algebra.op.OpExtendAssign;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.modelgraph.engine.operator.Batch;
import org.modelgraph.engine.operator.Condition;
import org.modelgraph.engine.operator.Terms;
import org.modelgraph.engine.snapshot.Snapshot;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** Turns a known operation into a plan. */
final class Planner {
    private final Assignments assignments;
    private final Extension extension;
    private final Knowledge knowledge;
    private final Scope scope;
    private final Snapshot snapshot;
    private final Terms terms;
    private final Slots slots;

    /** A planner of an operation, of which it then plans the parts. */
    Planner(Op op, Scope scope, Snapshot snapshot, Terms terms, Slots slots) {
        this.assignments = Assignments.of(op, scope);
        this.knowledge = new Knowledge(scope, snapshot, terms);
        this.scope = scope;
        this.snapshot = snapshot;
        this.terms = terms;
        this.slots = slots;
        this.extension = new Extension(slots, assignments);
    }

    /**
     * The plan of an operation.
     *
     * @param bound the slots that every row binds before
     * @param needed the slots that somebody needs afterwards
     */
    Plan plan(Op op, BitSet bound, BitSet needed) {
        var triples = scope.triples(op);
        if (triples.isPresent())
            return new PatternPlan(snapshot, terms, slots, bound)
                    .of(triples.get(), needed, List.of());
        var path = scope.path(op);
        if (path.isPresent()) return path(path.get());
        var named = scope.named(op);
        if (named.isPresent())
            return new NamedPlan(snapshot, terms, slots, bound).of(named.get(), needed);
        return switch (op) {
            case OpSequence sequence -> chain(sequence.getElements(), bound, needed);
            case OpJoin join -> join(join, bound, needed);
            case OpConditional optional -> optional(optional, bound, needed);
            case OpLeftJoin optional -> optional(optional, bound, needed);
            case OpUnion union -> union(List.of(union.getLeft(), union.getRight()), bound, needed);
            case OpDisjunction union -> union(union.getElements(), bound, needed);
            case OpMinus minus -> minus(minus, bound, needed);
            case OpFilter filter -> filter(filter, bound, needed);
            case OpExtendAssign assign -> extension(assign, bound, needed);
            case OpTable table -> values(table);
            case Op whole when Algebra.isBarrier(whole) -> independent(whole, needed);
            default -> throw new IllegalArgumentException("not known: " + op.getName());
        };
    }

    private Plan chain(List<Op> parts, BitSet bound, BitSet needed) {
        var plans = new ArrayList<Plan>();
        var before = (BitSet) bound.clone();
        for (var i = 0; i < parts.size(); i++) {
            var later = (BitSet) needed.clone();
            for (var part : parts.subList(i + 1, parts.size())) later.or(mentioned(part));
            plans.add(plan(parts.get(i), before, later));
            before.or(certain(parts.get(i)));
        }
        return new Plan.Chain(List.copyOf(plans));
    }

    private BitSet mentioned(Op op) {
        return slots.of(Algebra.mentioned(op));
    }

    private Plan join(OpJoin join, BitSet bound, BitSet needed) {
        var first = plan(join.getLeft(), bound, or(needed, mentioned(join.getRight())));
        var second = side(join.getRight(), or(bound, certain(join.getLeft())), needed);
        return new Plan.Chain(List.of(first, second));
    }

    private BitSet certain(Op op) {
        return slots.of(knowledge.certain(op));
    }

    /** A right side: rows flow into it where that gives the same as joining them with it. */
    private Plan side(Op right, BitSet bound, BitSet needed) {
        return knowledge.isOpen(right) ? plan(right, bound, needed) : independent(right, needed);
    }

    private Plan independent(Op op, BitSet needed) {
        var visible = slots.of(OpVars.visibleVars(op));
        var inner =
                Algebra.isBarrier(op)
                        ? new WholePlan(this, slots, assignments, extension).of(op)
                        : plan(op, new BitSet(), or(needed, visible));
        return new Plan.Independent(inner, list(visible));
    }

    static List<Integer> list(BitSet slots) {
        return slots.stream().boxed().toList();
    }

    private Plan optional(OpLeftJoin optional, BitSet bound, BitSet needed) {
        var given = optional.getExprs();
        var conditions = given == null ? new ExprList() : given;
        var left = optional.getLeft();
        var later = or(needed, slots.of(conditions.getVarsMentioned()));
        var first = plan(left, bound, or(later, mentioned(optional.getRight())));
        var second = side(optional.getRight(), or(bound, certain(left)), later);
        return optional(first, second, conditions);
    }

    private Plan optional(OpConditional optional, BitSet bound, BitSet needed) {
        var left = optional.getLeft();
        var first = plan(left, bound, or(needed, mentioned(optional.getRight())));
        var second = plan(optional.getRight(), or(bound, certain(left)), needed);
        return optional(first, second, new ExprList());
    }

    private Plan optional(Plan first, Plan second, ExprList conditions) {
        var inner =
                conditions.isEmpty()
                        ? second
                        : new Plan.Chain(List.of(second, new Plan.Filter(conditions)));
        return new Plan.Chain(List.of(first, new Plan.LeftJoin(inner, slots.mark())));
    }

    private Plan extension(OpExtendAssign assign, BitSet bound, BitSet needed) {
        var expressions = assign.getVarExprList();
        var inner = or(needed, slots.of(Extension.inputs(expressions)));
        return new Plan.Chain(
                List.of(plan(assign.getSubOp(), bound, inner), extension.of(expressions)));
    }

    private Plan union(List<Op> branches, BitSet bound, BitSet needed) {
        return new Plan.Union(branches.stream().map(b -> plan(b, bound, needed)).toList());
    }

    private Plan minus(OpMinus minus, BitSet bound, BitSet needed) {
        var common = slots.of(Algebra.common(minus));
        var left = plan(minus.getLeft(), bound, or(needed, common));
        var right = plan(minus.getRight(), new BitSet(), common);
        return new Plan.Chain(
                List.of(left, new Plan.Minus(right, common.stream().boxed().toList())));
    }

    private static BitSet or(BitSet left, BitSet right) {
        var both = (BitSet) left.clone();
        both.or(right);
        return both;
    }

    private Plan filter(OpFilter filter, BitSet bound, BitSet needed) {
        var tests = Existence.of(filter).toList();
        var rest = new ExprList();
        var pushed = new ArrayList<Condition>();
        var triples = scope.triples(filter.getSubOp());
        for (var expression : Algebra.plain(filter).toList()) {
            var variables = expression.getVarsMentioned();
            if (triples.isPresent()
                    && variables.size() == 1
                    && Expressions.isPure(expression)
                    && standsAtAnEnd(triples.get(), variables))
                pushed.add(condition(variables.iterator().next(), expression));
            else rest.add(expression);
        }
        var later = (BitSet) needed.clone();
        rest.forEach(e -> later.or(slots.of(Expressions.inputs(e))));
        for (var test : tests) later.or(mentioned(test.pattern()));
        var inner =
                triples.isPresent()
                        ? new PatternPlan(snapshot, terms, slots, bound)
                                .of(triples.get(), later, pushed)
                        : plan(filter.getSubOp(), bound, later);
        var parts = new ArrayList<Plan>(List.of(inner));
        if (!rest.isEmpty()) parts.add(new Plan.Filter(rest));
        var before = or(bound, certain(filter.getSubOp()));
        for (var test : tests) parts.add(test(test, before));
        return parts.size() == 1 ? inner : new Plan.Chain(List.copyOf(parts));
    }

    private Plan test(Existence test, BitSet bound) {
        var pattern = plan(test.pattern(), bound, new BitSet()).firstOnly();
        return new Plan.Exists(pattern, slots.mark(), test.wanted());
    }

    /** True of a variable that an edge touches, so that a join meets its condition. */
    private static boolean standsAtAnEnd(
            List<org.apache.jena.graph.Triple> triples, Collection<Var> variable) {
        return triples.stream()
                .filter(t -> !Var.isVar(t.getPredicate()))
                .anyMatch(
                        t -> variable.contains(t.getSubject()) || variable.contains(t.getObject()));
    }

    private Condition condition(Var variable, Expr expression) {
        return new Condition(slots.of(variable), variable, expression);
    }

    private Plan path(TriplePath pattern) {
        var paths = new PathPlan(snapshot, terms);
        var path =
                pattern.isTriple()
                        ? paths.link(pattern.getPredicate())
                        : paths.of(pattern.getPath());
        return new Plan.Walk(end(pattern.getSubject()), path, end(pattern.getObject()));
    }

    private int end(org.apache.jena.graph.Node node) {
        return Var.isVar(node) ? slots.of(Var.alloc(node)) : ~terms.known(node).orElseThrow();
    }

    private Plan values(OpTable table) {
        if (table.isJoinIdentity()) return new Plan.Pass();
        var variables = table.getTable().getVars();
        var columns = variables.stream().map(slots::of).toList();
        var rows = new ArrayList<List<Integer>>();
        table.getTable()
                .rows()
                .forEachRemaining(
                        row -> rows.add(variables.stream().map(v -> cell(row, v)).toList()));
        return new Plan.Values(columns, List.copyOf(rows));
    }

    private int cell(Binding row, Var variable) {
        return row.contains(variable) ? terms.number(row.get(variable)) : Batch.UNBOUND;
    }
}
