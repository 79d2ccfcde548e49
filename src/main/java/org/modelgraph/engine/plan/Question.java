package org.modelgraph.engine.plan;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.core.Var;
import org.modelgraph.engine.operator.Terms;
import org.modelgraph.engine.snapshot.Snapshot;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * An operation that the engine answers as a whole.
 *
 * @param plan what is to be done
 * @param variables by their slots
 * @param shown the slots that come out
 */
public record Question(Plan plan, List<Var> variables, List<Integer> shown) {
    /** The question that an operation asks where no rows come in, if the engine knows all of it. */
    public static Optional<Question> of(Op op, Scope scope, Snapshot snapshot, Terms terms) {
        if (!new Knowledge(scope, snapshot, terms).isKnown(op)) return Optional.empty();
        return Optional.of(
                switch (op) {
                    case OpProject project ->
                            of(project.getSubOp(), project.getVars(), scope, snapshot, terms);
                    case OpDistinct distinct ->
                            of(
                                    distinct,
                                    WholePlan.named(OpVars.visibleVars(distinct)),
                                    scope,
                                    snapshot,
                                    terms);
                    default -> of(op, OpVars.visibleVars(op), scope, snapshot, terms);
                });
    }

    /** The question that a pattern asks of rows that come in, if the engine knows it. */
    public static Optional<Question> ofPattern(Op op, Scope scope, Snapshot snapshot, Terms terms) {
        return scope.isPattern(op) ? of(op, scope, snapshot, terms) : Optional.empty();
    }

    private static Question of(
            Op op, Collection<Var> wanted, Scope scope, Snapshot snapshot, Terms terms) {
        var slots = new Slots();
        var shown = slots.of(wanted);
        var planner = new Planner(op, scope, snapshot, terms, slots);
        var plan = planner.plan(op, new BitSet(), shown);
        return new Question(plan, slots.variables(), Planner.list(shown));
    }
}
