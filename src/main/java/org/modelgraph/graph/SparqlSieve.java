package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDisjunction;
import org.apache.jena.sparql.algebra.op.OpExtendAssign;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the nodes for which the query of a SPARQL constraint has an answer, in one pass over all of
 * them: the query is made ready once, and not once a node. Nearly all nodes conform, so that little
 * is left to be validated one by one, for the report.
 */
final class SparqlSieve {
    private static final Var THIS = Var.alloc("this");
    private static final List<Var> OF_THE_SHAPE =
            List.of(Var.alloc("currentShape"), Var.alloc("shapesGraph"), Var.alloc("PATH"));

    private final Op op;
    private final boolean understood;
    private final boolean streamed;

    SparqlSieve(Query query) {
        this.op = Algebra.optimize(Algebra.compile(query.getQueryPattern()));
        this.understood =
                query.isSelectType()
                        && !query.hasHaving()
                        && !query.hasLimit()
                        && !query.hasOffset()
                        && !query.hasValues()
                        && (query.hasGroupBy() || !query.hasAggregators())
                        && isUnderstood(op)
                        && OF_THE_SHAPE.stream().noneMatch(OpVars.mentionedVars(op)::contains);
        this.streamed = isStreamed(op);
    }

    /** False of a query whose answers do not follow from the solutions of its pattern. */
    boolean isUnderstood() {
        return understood;
    }

    private static boolean isUnderstood(Op op) {
        return switch (op) {
            case OpBGP _, OpPath _, OpTable _ -> true;
            case OpFilter filter ->
                    isUnderstood(filter.getSubOp()) && areUnderstood(filter.getExprs().getList());
            case OpExtendAssign extend ->
                    isUnderstood(extend.getSubOp())
                            && areUnderstood(extend.getVarExprList().getExprs().values());
            case OpSequence all -> all.getElements().stream().allMatch(SparqlSieve::isUnderstood);
            case OpDisjunction any ->
                    any.getElements().stream().allMatch(SparqlSieve::isUnderstood);
            case OpConditional both -> areUnderstood(both.getLeft(), both.getRight());
            case OpUnion both -> areUnderstood(both.getLeft(), both.getRight());
            case OpJoin both -> areUnderstood(both.getLeft(), both.getRight());
            case OpLeftJoin both ->
                    areUnderstood(both.getLeft(), both.getRight())
                            && (both.getExprs() == null
                                    || areUnderstood(both.getExprs().getList()));
            default -> false;
        };
    }

    private static boolean areUnderstood(Collection<Expr> expressions) {
        return expressions.stream()
                .allMatch(expression ->
                        switch (expression) {
                            case ExprFunctionOp exists -> isUnderstood(exists.getGraphPattern());
                            case ExprFunction function -> areUnderstood(function.getArgs());
                            default -> true;
                        });
    }

    private static boolean areUnderstood(Op left, Op right) {
        return isUnderstood(left) && isUnderstood(right);
    }

    /** True where ARQ evaluates all parts with the bindings that come in. */
    private static boolean isStreamed(Op op) {
        return switch (op) {
            case OpBGP _, OpPath _, OpTable _, OpUnion _, OpDisjunction _ -> true;
            case OpFilter filter -> isStreamed(filter.getSubOp());
            case OpExtendAssign extend -> isStreamed(extend.getSubOp());
            case OpSequence all -> all.getElements().stream().allMatch(SparqlSieve::isStreamed);
            case OpConditional optional -> isStreamed(optional.getLeft());
            default -> false;
        };
    }

    /**
     * The nodes that have an answer.
     *
     * @param rows each binds {@code this}, and perhaps other variables
     */
    Set<Node> caught(Collection<Binding> rows, Graph data) {
        var caught = new HashSet<Node>();
        var context = ExecutionContext.createForGraph(data);
        if (streamed) {
            var all = QueryIterPlainWrapper.create(rows.iterator(), context);
            collect(QC.execute(op, all, context), caught);
        } else
            for (var row : rows)
                if (!caught.contains(row.get(THIS))
                        && any(QC.execute(Substitute.substitute(op, row), root(context), context)))
                    caught.add(row.get(THIS));
        return caught;
    }

    private static QueryIterator root(ExecutionContext context) {
        return QueryIterRoot.create(context);
    }

    private static void collect(QueryIterator solutions, Set<Node> caught) {
        try {
            while (solutions.hasNext()) caught.add(solutions.next().get(THIS));
        } finally {
            solutions.close();
        }
    }

    private static boolean any(QueryIterator solutions) {
        try {
            return solutions.hasNext();
        } finally {
            solutions.close();
        }
    }
}
