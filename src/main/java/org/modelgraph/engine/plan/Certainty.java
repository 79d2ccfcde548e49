package org.modelgraph.engine.plan;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDisjunction;
import org.apache.jena.sparql.algebra.op.OpExtendAssign;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpModifier;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Var;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which variables every row of a known operation binds. */
final class Certainty {
    private final Scope scope;

    Certainty(Scope scope) {
        this.scope = scope;
    }

    /** The variables; fewer where it can't be told. */
    Set<Var> of(Op op) {
        if (scope.isPattern(op)) return new HashSet<>(OpVars.visibleVars(op));
        return switch (op) {
            case OpSequence sequence -> all(sequence.getElements());
            case OpJoin join -> all(List.of(join.getLeft(), join.getRight()));
            case OpConditional optional -> of(optional.getLeft());
            case OpLeftJoin optional -> of(optional.getLeft());
            case OpUnion union -> shared(List.of(union.getLeft(), union.getRight()));
            case OpDisjunction union -> shared(union.getElements());
            case OpMinus minus -> of(minus.getLeft());
            case OpFilter filter -> of(filter.getSubOp());
            case OpExtendAssign extension -> of(extension.getSubOp());
            case OpProject project -> some(project.getVars(), of(project.getSubOp()));
            case OpGroup group -> some(group.getGroupVars().getVars(), of(group.getSubOp()));
            case OpModifier modifier -> of(modifier.getSubOp());
            default -> Set.of();
        };
    }

    private static Set<Var> some(List<Var> variables, Set<Var> certain) {
        var some = new HashSet<>(variables);
        some.retainAll(certain);
        return some;
    }

    private Set<Var> all(List<Op> parts) {
        var all = new HashSet<Var>();
        parts.forEach(part -> all.addAll(of(part)));
        return all;
    }

    private Set<Var> shared(List<Op> branches) {
        var shared = new HashSet<>(of(branches.getFirst()));
        branches.forEach(branch -> shared.retainAll(of(branch)));
        return shared;
    }
}
