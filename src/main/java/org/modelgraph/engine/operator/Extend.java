package org.modelgraph.engine.operator;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * BIND: gives variables the terms that ARQ's expressions come to; one that fails leaves its
 * variable unbound. What depends on one variable alone is evaluated once for each of its last
 * terms.
 */
public final class Extend implements Operator {
    /**
     * A variable and its expression.
     *
     * @param input the slot of the only variable on which the expression depends, or a negative
     *     number
     * @param mixed true where the variable can have terms of the store, too
     */
    public record Assignment(int slot, Var variable, int input, boolean mixed) {}

    private final Input input;
    private final VarExprList expressions;
    private final List<Assignment> assignments;
    private final List<Optional<Recent<Integer>>> known = new ArrayList<>();
    private final boolean pure;
    private final Execution run;
    private final int[] begun;
    private final int[] row;
    private long weight;
    private long left;

    /**
     * An extension.
     *
     * @param pure false where an expression gives something else each time
     */
    public Extend(
            Operator source,
            VarExprList expressions,
            List<Assignment> assignments,
            boolean pure,
            Execution run) {
        this.input = new Input(source, run);
        this.expressions = expressions;
        this.assignments = assignments;
        this.pure = pure;
        this.run = run;
        this.begun = new int[run.width()];
        this.row = new int[run.width()];
        for (var assignment : assignments)
            known.add(
                    assignment.input() < 0
                            ? Optional.empty()
                            : Optional.of(new Recent<>(_ -> evaluated(assignment))));
    }

    @Override
    public boolean fill(Batch batch) {
        batch.clear();
        while (!batch.isFull()) {
            if (left == 0) {
                weight = input.read(begun);
                if (weight == 0) break;
                left = pure ? 1 : weight;
            }
            left--;
            System.arraycopy(begun, 0, row, 0, row.length);
            if (assign()) batch.add(row, pure ? weight : 1);
        }
        return batch.size() > 0;
    }

    /** Binds the variables in the row; false where one is bound to something else already. */
    private boolean assign() {
        for (var i = 0; i < assignments.size(); i++) {
            var assignment = assignments.get(i);
            var value = value(assignment, known.get(i));
            var slot = assignment.slot();
            if (value == Batch.UNBOUND) continue;
            if (row[slot] == Batch.UNBOUND) row[slot] = value;
            else if (!isSame(row[slot], value)) return false;
        }
        return true;
    }

    private int value(Assignment assignment, Optional<Recent<Integer>> recent) {
        if (recent.isEmpty()) return evaluated(assignment);
        var number = row[assignment.input()];
        return recent.get().of(number);
    }

    private int evaluated(Assignment assignment) {
        run.proceed();
        var term = expressions.get(assignment.variable(), new RowBinding(row, run), run.context());
        return term == null ? Batch.UNBOUND : run.number(term, assignment.mixed());
    }

    private boolean isSame(int one, int other) {
        return one == other || run.terms().term(one).sameValueAs(run.terms().term(other));
    }
}
