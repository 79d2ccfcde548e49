package org.modelgraph.sparql;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;

/** How deeply operators, expressions and paths are nested, found without recursion. */
final class Depth {
    private record Level(Object part, int depth) {}

    private final Deque<Level> open = new ArrayDeque<>();
    private int below;

    private Depth() {}

    /** The number of levels of an algebra expression, from 1. */
    static int of(Op op) {
        var depth = new Depth();
        depth.open.push(new Level(op, 1));
        return depth.deepest();
    }

    private int deepest() {
        var deepest = 0;
        while (!open.isEmpty()) {
            var level = open.pop();
            deepest = Math.max(deepest, level.depth);
            below = level.depth + 1;
            enter(level.part);
        }
        return deepest;
    }

    private void enter(Object part) {
        switch (part) {
            case OpFilter filter -> {
                add(filter.getExprs());
                add(filter.getSubOp());
            }
            case OpExtend extend -> {
                extend.getVarExprList().forEachExpr((_, expression) -> add(expression));
                add(extend.getSubOp());
            }
            case OpLeftJoin optional -> {
                add(optional.getExprs());
                add(optional.getLeft());
                add(optional.getRight());
            }
            case Op1 one -> add(one.getSubOp());
            case Op2 two -> {
                add(two.getLeft());
                add(two.getRight());
            }
            case OpN many -> many.getElements().forEach(this::add);
            case OpPath path -> add(path.getTriplePath().getPath());
            case ExprFunctionOp exists -> add(exists.getGraphPattern());
            case ExprFunction function -> function.getArgs().forEach(this::add);
            case P_Path1 path -> add(path.getSubPath());
            case P_Path2 path -> {
                add(path.getLeft());
                add(path.getRight());
            }
            default -> {}
        }
    }

    private void add(@Nullable ExprList expressions) {
        if (expressions != null) expressions.forEach(this::add);
    }

    private void add(@Nullable Op op) {
        if (op != null) open.push(new Level(op, below));
    }

    private void add(@Nullable Expr expression) {
        if (expression != null) open.push(new Level(expression, below));
    }

    private void add(@Nullable Path path) {
        if (path != null) open.push(new Level(path, below));
    }
}
