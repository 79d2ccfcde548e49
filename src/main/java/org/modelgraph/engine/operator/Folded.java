package org.modelgraph.engine.operator;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;
import org.modelgraph.sparql.bound.Values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * MIN, MAX, SUM or AVG of a variable: the value of a term is made once, and a term that is the
 * least or greatest already is passed over.
 */
final class Folded implements Tally {
    private final int slot;
    private final Fold fold;
    private final Recent<NodeValue> values;
    private final Execution run;
    private final List<State> groups = new ArrayList<>();

    private static final class State {
        private @Nullable NodeValue total;
        private int number = Batch.UNBOUND;
        private long count;
        private boolean failed;
    }

    /**
     * A tally.
     *
     * @param slot that of the variable; negative where the pattern does not have it
     */
    Folded(int slot, Fold fold, Execution run) {
        this.slot = slot;
        this.fold = fold;
        this.run = run;
        this.values = new Recent<>(number -> Values.of(run.terms().term(number)));
    }

    @Override
    public void add(int group, Batch rows, int row) {
        while (groups.size() <= group) groups.add(new State());
        var state = groups.get(group);
        var number = slot < 0 ? Batch.UNBOUND : rows.cell(row, slot);
        if (number == Batch.UNBOUND) {
            state.failed = true;
        } else if (fold.isIdempotent()) {
            if (number != state.number) take(state, number, 1);
        } else {
            take(state, number, rows.weight(row));
        }
    }

    private void take(State state, int number, long times) {
        var value = values.of(number);
        if (!fold.takes(value)) {
            state.failed = true;
            return;
        }
        try {
            for (var i = 0L; i < times; i++) {
                if (i % 1024 == 1023) run.proceed();
                var before = state.total;
                var total = before == null ? value : fold.with(before, value);
                if (fold.isIdempotent() && value.equals(total)) state.number = number;
                state.total = total;
                state.count++;
            }
        } catch (ExprEvalException notAdded) {
            state.failed = true;
        }
    }

    @Override
    public Optional<Node> value(int group) {
        var state = groups.get(group);
        var total = state.total;
        if (state.failed || total == null) return Optional.empty();
        return Optional.of(fold.result(total, state.count).asNode());
    }
}
