package org.modelgraph.engine.plan;

import org.apache.jena.sparql.core.Var;
import org.modelgraph.engine.operator.Execution;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** Which slot of a row belongs to which variable of a plan. */
final class Slots {
    private final List<Var> variables = new ArrayList<>();

    /** The slot of a variable, which gets one where it has none yet. */
    int of(Var variable) {
        var slot = variables.indexOf(variable);
        if (slot >= 0) return slot;
        variables.add(variable);
        return variables.size() - 1;
    }

    /** The slots of variables. */
    BitSet of(Collection<Var> all) {
        var slots = new BitSet();
        all.forEach(v -> slots.set(of(v)));
        return slots;
    }

    /** A slot that is no variable's of the query. */
    int mark() {
        return of(Var.alloc(Execution.MARK + variables.size()));
    }

    /** The variables, by their slots. */
    List<Var> variables() {
        return List.copyOf(variables);
    }
}
