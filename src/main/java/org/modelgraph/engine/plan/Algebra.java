package org.modelgraph.engine.plan;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtendAssign;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.Var;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

    /** An operation and all below it, those in EXISTS included. */
    static Stream<Op> all(Op op) {
        var below = Stream.concat(parts(op).stream(), Existence.of(op).map(Existence::pattern));
        return Stream.concat(Stream.of(op), below.flatMap(Algebra::all));
    }

    /** The variables that an operation looks at, also those in EXISTS. */
    static Set<Var> mentioned(Op op) {
        var mentioned = new LinkedHashSet<>(OpVars.mentionedVars(op));
        all(op).flatMap(Existence::of)
                .forEach(e -> mentioned.addAll(OpVars.mentionedVars(e.pattern())));
        return mentioned;
    }

    /** The variables that both sides of a MINUS can bind. */
    static Set<Var> common(OpMinus minus) {
        var common = new LinkedHashSet<>(OpVars.visibleVars(minus.getLeft()));
        common.retainAll(OpVars.visibleVars(minus.getRight()));
        return common;
    }

    /**
     * True of an operation that looks at its rows as a whole or hides some of their variables: it
     * is answered by itself and joined with what came before.
     */
    static boolean isBarrier(Op op) {
        return switch (op) {
            case OpProject _, OpDistinct _, OpGroup _, OpOrder _, OpTopN _, OpSlice _ -> true;
            default -> false;
        };
    }

    /** The variables that an extension assigns to. */
    static List<Var> assigned(OpExtendAssign extension) {
        return extension.getVarExprList().getVars();
    }

    /** The expressions of a filter that ask no pattern. */
    static Stream<org.apache.jena.sparql.expr.Expr> plain(OpFilter filter) {
        return filter.getExprs().getList().stream().filter(e -> Existence.of(e).isEmpty());
    }
}
