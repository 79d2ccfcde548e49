package org.modelgraph.engine.plan;

import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.Var;
import org.modelgraph.engine.operator.Group.Result;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Plans what looks at rows as a whole: projection, DISTINCT, order, slices and groups. */
final class WholePlan {
    private final Planner planner;
    private final Slots slots;
    private final Assignments assignments;
    private final Extension extension;

    WholePlan(Planner planner, Slots slots, Assignments assignments, Extension extension) {
        this.planner = planner;
        this.slots = slots;
        this.assignments = assignments;
        this.extension = extension;
    }

    /** The plan of an operation that nothing flows into. */
    Plan of(Op op) {
        return switch (op) {
            case OpProject project -> project(project);
            case OpDistinct distinct -> distinct(distinct);
            case OpOrder order -> sort(order.getSubOp(), order.getConditions(), Long.MAX_VALUE);
            case OpTopN top -> sort(top.getSubOp(), top.getConditions(), top.getLimit());
            case OpSlice slice -> slice(slice);
            case OpGroup group -> group(group);
            default -> throw new IllegalArgumentException("not known: " + op.getName());
        };
    }

    private Plan first(Op op, Collection<Var> needed) {
        return planner.plan(op, new BitSet(), slots.of(needed));
    }

    private static Plan chain(Plan... parts) {
        return new Plan.Chain(List.of(parts));
    }

    private List<Integer> places(Collection<Var> variables) {
        return variables.stream().map(slots::of).toList();
    }

    private Plan project(OpProject project) {
        return chain(
                first(project.getSubOp(), project.getVars()),
                new Whole.Project(places(project.getVars())));
    }

    private Plan distinct(OpDistinct distinct) {
        var sub = distinct.getSubOp();
        var shown = named(OpVars.visibleVars(sub));
        var inner =
                sub instanceof OpProject project
                        ? first(project.getSubOp(), shown)
                        : first(sub, shown);
        return chain(inner, new Whole.Distinct(places(shown)));
    }

    /** The variables that have a name: DISTINCT shows no others. */
    static Set<Var> named(Collection<Var> variables) {
        var named = new LinkedHashSet<>(variables);
        named.removeIf(v -> !v.isNamedVar());
        return named;
    }

    /** All visible variables are needed, since they tell equal rows apart. */
    private Plan sort(Op sub, List<SortCondition> conditions, long limit) {
        var visible = OpVars.visibleVars(sub);
        var ties = visible.stream().sorted(Comparator.comparing(Var::getName)).toList();
        return chain(first(sub, visible), new Whole.Sort(conditions, places(ties), limit));
    }

    private Plan slice(OpSlice slice) {
        var sub = slice.getSubOp();
        return chain(
                first(sub, OpVars.visibleVars(sub)),
                new Whole.Slice(
                        Math.max(0, slice.getStart()),
                        slice.getLength() < 0 ? Long.MAX_VALUE : slice.getLength()));
    }

    private Plan group(OpGroup group) {
        var keys = group.getGroupVars();
        var needed = Extension.inputs(keys);
        for (var aggregator : group.getAggregators())
            needed.addAll(Expressions.inputs(aggregator.getAggregator()));
        var parts = new ArrayList<Plan>();
        parts.add(first(group.getSubOp(), needed));
        if (!keys.getExprs().isEmpty()) parts.add(extension.of(keys));
        var results =
                group.getAggregators().stream()
                        .map(a ->
                                new Result(
                                        a, slots.of(a.getVar()), assignments.isMixed(a.getVar())))
                        .toList();
        parts.add(new Whole.Group(places(keys.getVars()), results));
        return new Plan.Chain(List.copyOf(parts));
    }
}
