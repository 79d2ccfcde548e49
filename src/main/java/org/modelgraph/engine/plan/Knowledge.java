package org.modelgraph.engine.plan;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDisjunction;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtendAssign;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.jspecify.annotations.Nullable;
import org.modelgraph.engine.operator.Terms;
import org.modelgraph.engine.snapshot.Snapshot;
import org.modelgraph.engine.snapshot.Storage;
import org.modelgraph.sparql.ZeroLengthPath;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which parts of an algebra the engine answers as ARQ would. What is in doubt is ARQ's. */
final class Knowledge {
    private static final int MOST_VARIABLES = 64;

    private final Scope scope;
    private final Snapshot snapshot;
    private final Terms terms;
    private final Certainty certainty;

    Knowledge(Scope scope, Snapshot snapshot, Terms terms) {
        this.snapshot = snapshot;
        this.scope = scope;
        this.certainty = new Certainty(scope);
        this.terms = terms;
    }

    /** True of an operation that is known to its leaves, where nothing is bound before it. */
    boolean isKnown(Op op) {
        return Algebra.mentioned(op).size() <= MOST_VARIABLES
                && hasPattern(op)
                && isKnown(op, true)
                && Assignments.of(op, scope).areSafe();
    }

    private boolean hasPattern(Op op) {
        if (scope.isPattern(op)) return scope.triples(op).filter(List::isEmpty).isEmpty();
        return Algebra.parts(op).stream().anyMatch(this::hasPattern);
    }

    private boolean isKnown(Op op, boolean first) {
        if (scope.triples(op).isPresent()) return isPattern(scope.triples(op).get());
        if (scope.path(op).isPresent()) return isPath(scope.path(op).get());
        if (scope.named(op).isPresent()) return isNamed(scope.named(op).get());
        return switch (op) {
            case OpSequence sequence -> areKnown(sequence.getElements(), first);
            case OpJoin join -> isKnown(join.getLeft(), first) && isSideKnown(join.getRight());
            case OpConditional optional ->
                    isKnown(optional.getLeft(), first) && isKnown(optional.getRight(), false);
            case OpLeftJoin optional ->
                    isKnown(optional.getLeft(), first)
                            && isSideKnown(optional.getRight())
                            && areLocal(optional.getExprs());
            case OpUnion union ->
                    isKnown(union.getLeft(), first) && isKnown(union.getRight(), first);
            case OpDisjunction union ->
                    union.getElements().stream().allMatch(branch -> isKnown(branch, first));
            case OpMinus minus -> first && isMinus(minus);
            case OpFilter filter -> isFilter(filter) && isKnown(filter.getSubOp(), first);
            case OpExtendAssign extension ->
                    areLocal(extension.getVarExprList()) && isKnown(extension.getSubOp(), first);
            case OpTable table -> isTable(table);
            default -> Algebra.isBarrier(op) && isWhole(op);
        };
    }

    /** True of a right side that rows can flow into, or that can be answered by itself. */
    private boolean isSideKnown(Op right) {
        return isOpen(right) || isKnown(right, true);
    }

    /** True of a right side that gives the same whether rows flow into it or are joined with it. */
    boolean isOpen(Op right) {
        return isClosed(right) && isKnown(right, false);
    }

    private boolean isFilter(OpFilter filter) {
        return Algebra.plain(filter).allMatch(Expressions::isKnown)
                && Existence.of(filter).map(Existence::pattern).allMatch(this::isTest);
    }

    /** True of a pattern that rows flow into to be tested. */
    private boolean isTest(Op pattern) {
        return isKnown(pattern, false)
                && hasPattern(pattern)
                && Algebra.all(pattern).noneMatch(Algebra::isBarrier);
    }

    /** True of what looks at rows as a whole, where it can be answered. */
    private boolean isWhole(Op op) {
        return switch (op) {
            case OpProject project -> isKnown(project.getSubOp(), true);
            case OpDistinct distinct -> isKnown(distinct.getSubOp(), true);
            case OpSlice slice -> isKnown(slice.getSubOp(), true);
            case OpOrder order ->
                    areLocal(order.getConditions()) && isKnown(order.getSubOp(), true);
            case OpTopN top -> areLocal(top.getConditions()) && isKnown(top.getSubOp(), true);
            case OpGroup group -> isGroup(group) && isKnown(group.getSubOp(), true);
            default -> false;
        };
    }

    private static boolean areLocal(List<SortCondition> conditions) {
        return conditions.stream().map(SortCondition::getExpression).allMatch(Expressions::isLocal);
    }

    private static boolean areLocal(VarExprList extension) {
        return extension.getExprs().values().stream().allMatch(Expressions::isKnown);
    }

    private static boolean isGroup(OpGroup group) {
        return areLocal(group.getGroupVars())
                && group.getAggregators().stream()
                        .map(ExprAggregator::getAggregator)
                        .allMatch(Knowledge::isLocal);
    }

    /**
     * True of an aggregate that looks at rows only; COUNT(DISTINCT *) would need all variables of a
     * row.
     */
    private static boolean isLocal(Aggregator aggregator) {
        var expressions = aggregator.getExprList();
        return (expressions == null || expressions.isEmpty())
                ? aggregator instanceof AggCount
                : areLocal(expressions);
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
        if (scope.isPattern(op)) return !isPerhapsEmpty(op);
        return switch (op) {
            case OpSequence sequence -> sequence.getElements().stream().allMatch(this::isClosed);
            case OpJoin join -> isClosed(join.getLeft()) && isClosed(join.getRight());
            case OpUnion union -> isClosed(union.getLeft()) && isClosed(union.getRight());
            case OpDisjunction union -> union.getElements().stream().allMatch(this::isClosed);
            case OpFilter filter ->
                    isClosed(filter.getSubOp())
                            && Existence.of(filter).findAny().isEmpty()
                            && Algebra.plain(filter)
                                    .map(Expressions::inputs)
                                    .allMatch(certain(filter.getSubOp())::containsAll);
            case OpTable _ -> true;
            default -> false;
        };
    }

    /**
     * True of a path that may have no step: from a term that flows in it leads to that term, by
     * itself only from nodes of the graph.
     */
    private boolean isPerhapsEmpty(Op op) {
        return scope.path(op)
                .filter(path -> !path.isTriple() && ZeroLengthPath.canMatch(path.getPath()))
                .isPresent();
    }

    /** The variables that every row of a known operation binds. */
    Set<Var> certain(Op op) {
        return certainty.of(op);
    }

    private static boolean isPattern(List<Triple> pattern) {
        return pattern.stream()
                .flatMap(t -> Stream.of(t.getSubject(), t.getPredicate(), t.getObject()))
                .allMatch(Knowledge::isPlain);
    }

    private boolean isNamed(Scope.Named pattern) {
        return snapshot.knowsGraphs() && isPlain(pattern.graph()) && isPattern(pattern.triples());
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
