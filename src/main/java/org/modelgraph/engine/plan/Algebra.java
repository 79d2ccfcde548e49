package org.modelgraph.engine.plan;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.core.Var;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What there is to ask of ARQ's algebra. */
final class Algebra {
    private Algebra() {}

    /** The operations below one. */
    static List<Op> parts(Op op) {
        return switch (op) {
            case Op1 one -> List.of(one.getSubOp());
            case Op2 two -> List.of(two.getLeft(), two.getRight());
            case OpN many -> many.getElements();
            default -> List.of();
        };
    }

    /** The variables that both sides of a MINUS can bind. */
    static Set<Var> common(OpMinus minus) {
        var common = new LinkedHashSet<>(OpVars.visibleVars(minus.getLeft()));
        common.retainAll(OpVars.visibleVars(minus.getRight()));
        return common;
    }
}
