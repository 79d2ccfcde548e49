package org.modelgraph.engine.plan;

import org.apache.jena.sparql.core.Var;
import org.modelgraph.engine.operator.Edge;
import org.modelgraph.engine.operator.Observations;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A part of a plan as people read it, after it ran.
 *
 * @param name of the operator
 * @param variables that it binds, where it is a pattern
 * @param estimate how many candidates the planner expected for the first variable
 * @param rows how many rows it gave
 * @param milliseconds how long one waited for them, for what lies before it too
 */
public record PlanStep(
        String name,
        String variables,
        OptionalDouble estimate,
        long rows,
        double milliseconds,
        List<PlanStep> parts) {

    /** The steps of a question that was observed. */
    public static PlanStep of(Question question, Observations observed) {
        return of(question.plan(), question.variables(), observed);
    }

    private static PlanStep of(Plan plan, List<Var> variables, Observations observed) {
        var observation = observed.of(plan);
        return new PlanStep(
                plan.getClass().getSimpleName(),
                variables(plan, variables),
                plan.estimate(),
                observation.rows(),
                observation.milliseconds(),
                plan.parts().stream().map(part -> of(part, variables, observed)).toList());
    }

    private static String variables(Plan plan, List<Var> variables) {
        var slots = new BitSet();
        switch (plan) {
            case Plan.Join join ->
                    join.edges().forEach(e -> Edge.mark(slots, e.subject(), e.object()));
            case Plan.AnyPredicate any ->
                    Edge.mark(slots, any.subject(), any.predicate(), any.object());
            case Plan.Walk walk -> Edge.mark(slots, walk.subject(), walk.object());
            default -> {}
        }
        return slots.stream()
                .mapToObj(slot -> variables.get(slot).toString())
                .collect(Collectors.joining(" "));
    }
}
