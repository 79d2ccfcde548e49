package org.modelgraph.engine.plan;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDisjunction;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.jspecify.annotations.Nullable;
import org.modelgraph.engine.operator.Terms;
import org.modelgraph.engine.snapshot.Storage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which parts of an algebra the engine answers as ARQ would. What is in doubt is ARQ's. */
final class Knowledge {
    private static final int MOST_VARIABLES = 64;

    private final Scope scope;
    private final Terms terms;

    Knowledge(Scope scope, Terms terms) {
        this.scope = scope;
        this.terms = terms;
    }

    /** True of an operation that is known to its leaves, where nothing is bound before it. */
    boolean isKnown(Op op) {
        return OpVars.mentionedVars(op).size() <= MOST_VARIABLES
                && hasPattern(op)
                && isKnown(op, true);
    }

    private boolean hasPattern(Op op) {
        if (scope.triples(op).filter(t -> !t.isEmpty()).isPresent() || scope.path(op).isPresent())
            return true;
        return Algebra.parts(op).stream().anyMatch(this::hasPattern);
    }

    private boolean isKnown(Op op, boolean first) {
        if (scope.triples(op).isPresent()) return isPattern(scope.triples(op).get());
        if (scope.path(op).isPresent()) return isPath(scope.path(op).get());
        return switch (op) {
            case OpSequence sequence -> areKnown(sequence.getElements(), first);
            case OpJoin join ->
                    isKnown(join.getLeft(), first)
                            && isKnown(join.getRight(), false)
                            && isClosed(join.getRight());
            case OpConditional optional ->
                    isKnown(optional.getLeft(), first) && isKnown(optional.getRight(), false);
            case OpLeftJoin optional ->
                    isKnown(optional.getLeft(), first)
                            && isKnown(optional.getRight(), false)
                            && isClosed(optional.getRight())
                            && areLocal(optional.getExprs());
            case OpUnion union ->
                    isKnown(union.getLeft(), first) && isKnown(union.getRight(), first);
            case OpDisjunction union ->
                    union.getElements().stream().allMatch(branch -> isKnown(branch, first));
            case OpMinus minus -> first && isMinus(minus);
            case OpFilter filter ->
                    areLocal(filter.getExprs()) && isKnown(filter.getSubOp(), first);
            case OpTable table -> isTable(table);
            default -> false;
        };
    }

    private boolean areKnown(List<Op> sequence, boolean first) {
        for (var i = 0; i < sequence.size(); i++)
            if (!isKnown(sequence.get(i), first && i == 0)) return false;
        return true;
    }

    private boolean isMinus(OpMinus minus) {
        if (!isKnown(minus.getLeft(), true) || !isKnown(minus.getRight(), true)) return false;
        var common = Algebra.common(minus);
        return !common.isEmpty()
                && certain(minus.getLeft()).containsAll(common)
                && certain(minus.getRight()).containsAll(common);
    }

    /** True where rows that are joined afterwards and rows that flow in give the same. */
    private boolean isClosed(Op op) {
        if (scope.triples(op).isPresent() || scope.path(op).isPresent()) return true;
        return switch (op) {
            case OpSequence sequence -> sequence.getElements().stream().allMatch(this::isClosed);
            case OpJoin join -> isClosed(join.getLeft()) && isClosed(join.getRight());
            case OpUnion union -> isClosed(union.getLeft()) && isClosed(union.getRight());
            case OpDisjunction union -> union.getElements().stream().allMatch(this::isClosed);
            case OpFilter filter ->
                    isClosed(filter.getSubOp())
                            && certain(filter.getSubOp())
                                    .containsAll(filter.getExprs().getVarsMentioned());
            case OpTable _ -> true;
            default -> false;
        };
    }

    /** The variables that every row of a known operation binds. */
    Set<Var> certain(Op op) {
        if (scope.triples(op).isPresent() || scope.path(op).isPresent())
            return new HashSet<>(OpVars.visibleVars(op));
        return switch (op) {
            case OpSequence sequence -> all(sequence.getElements());
            case OpJoin join -> all(List.of(join.getLeft(), join.getRight()));
            case OpConditional optional -> certain(optional.getLeft());
            case OpLeftJoin optional -> certain(optional.getLeft());
            case OpUnion union -> shared(List.of(union.getLeft(), union.getRight()));
            case OpDisjunction union -> shared(union.getElements());
            case OpMinus minus -> certain(minus.getLeft());
            case OpFilter filter -> certain(filter.getSubOp());
            default -> Set.of();
        };
    }

    private Set<Var> all(List<Op> parts) {
        var all = new HashSet<Var>();
        parts.forEach(part -> all.addAll(certain(part)));
        return all;
    }

    private Set<Var> shared(List<Op> branches) {
        var shared = new HashSet<>(certain(branches.getFirst()));
        branches.forEach(branch -> shared.retainAll(certain(branch)));
        return shared;
    }

    private static boolean isPattern(List<Triple> pattern) {
        return pattern.stream()
                .flatMap(t -> Stream.of(t.getSubject(), t.getPredicate(), t.getObject()))
                .allMatch(Knowledge::isPlain);
    }

    /** True of a variable and of a term without parts. */
    private static boolean isPlain(Node node) {
        return Var.isVar(node) || (node.isConcrete() && !node.isTripleTerm());
    }

    private boolean isPath(TriplePath path) {
        return isEnd(path.getSubject())
                && isEnd(path.getObject())
                && (path.isTriple()
                        ? path.getPredicate().isURI()
                        : PathPlan.isKnown(path.getPath()));
    }

    /** True of a variable and of a term that the snapshot has. */
    private boolean isEnd(Node node) {
        return Var.isVar(node)
                || (isPlain(node) && !Storage.isRewritten(node) && terms.known(node).isPresent());
    }

    private static boolean isTable(OpTable table) {
        var rows = table.getTable().rows();
        while (rows.hasNext()) {
            var row = rows.next();
            var variables = row.vars();
            while (variables.hasNext()) {
                var term = row.get(variables.next());
                if (!isPlain(term) || Storage.isRewritten(term)) return false;
            }
        }
        return true;
    }

    private static boolean areLocal(@Nullable ExprList expressions) {
        if (expressions == null) return true;
        for (Expr expression : expressions) if (!Expressions.isLocal(expression)) return false;
        return true;
    }
}
