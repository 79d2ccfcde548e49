package org.modelgraph.sparql;

import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.PathVisitorByType;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a query mentions, wherever it stands: in patterns, paths, subqueries, EXISTS, BIND, HAVING,
 * ORDER BY and aggregates; and how large it is. What stands inside SERVICE is the other server's
 * matter.
 *
 * @param iris the IRIs in its patterns and paths
 * @param predicates those of them that stand as predicates
 * @param services the targets of its SERVICE clauses
 * @param misplaced those that stand inside ORDER BY or an aggregate, where Jena 6.0.0 loses the
 *     pattern around them when it optimises
 * @param functions the IRIs of the extension functions and aggregates that it calls
 * @param builtIns Jena's names of the built-in functions that it calls
 * @param size how large it is
 */
record Mentions(
        Set<String> iris,
        Set<String> predicates,
        Set<Node> services,
        Set<Node> misplaced,
        Set<String> functions,
        Set<String> builtIns,
        Size size) {
    /** How large a query is; grows as it is walked. */
    static final class Size {
        private int patterns;
        private int depth;

        /** How many triple patterns and paths there are. */
        int patterns() {
            return patterns;
        }

        /** How many operators stand one inside the other, at most. */
        int depth() {
            return depth;
        }
    }

    static Mentions of(Query query) {
        return of(Algebra.compile(query));
    }

    static Mentions of(Op op) {
        var mentions =
                new Mentions(
                        new LinkedHashSet<>(),
                        new LinkedHashSet<>(),
                        new LinkedHashSet<>(),
                        new LinkedHashSet<>(),
                        new LinkedHashSet<>(),
                        new LinkedHashSet<>(),
                        new Size());
        mentions.walk(op);
        mentions.size.depth = Depth.of(op);
        return mentions;
    }

    private void walk(Op op) {
        Walker.walkSkipService(op, new Patterns(false), new Expressions(), null, null);
    }

    private void mention(Node node) {
        if (node.isURI()) iris.add(node.getURI());
    }

    private void predicate(Node node) {
        mention(node);
        if (node.isURI()) predicates.add(node.getURI());
    }

    private final class Patterns extends OpVisitorBase {
        private final boolean late;

        /** Looks at patterns; late ones stand inside ORDER BY or an aggregate. */
        Patterns(boolean late) {
            this.late = late;
        }

        @Override
        public void visit(OpBGP op) {
            op.getPattern().forEach(this::triple);
        }

        @Override
        public void visit(OpTriple op) {
            triple(op.getTriple());
        }

        private void triple(org.apache.jena.graph.Triple triple) {
            size.patterns++;
            mention(triple.getSubject());
            predicate(triple.getPredicate());
            mention(triple.getObject());
        }

        @Override
        public void visit(OpPath op) {
            size.patterns++;
            mention(op.getTriplePath().getSubject());
            mention(op.getTriplePath().getObject());
            op.getTriplePath().getPath().visit(new Steps());
        }

        @Override
        public void visit(OpOrder op) {
            op.getConditions().forEach(condition -> walk(condition.getExpression()));
        }

        @Override
        public void visit(OpGroup op) {
            op.getAggregators().forEach(aggregator -> aggregate(aggregator.getAggregator()));
        }

        private void aggregate(Aggregator aggregator) {
            if (aggregator instanceof AggCustom custom) functions.add(custom.getIRI());
            walk(aggregator.getExprList());
        }

        private void walk(@Nullable ExprList expressions) {
            if (expressions != null) expressions.forEach(this::walk);
        }

        private void walk(Expr expression) {
            Walker.createWalkerSkipService(new Patterns(true), new Expressions(), null, null)
                    .walk(expression);
        }

        @Override
        public void visit(OpService op) {
            services.add(op.getService());
            if (late) misplaced.add(op.getService());
        }
    }

    private final class Steps extends PathVisitorByType {
        @Override
        public void visitNegPS(P_NegPropSet path) {
            path.getNodes().forEach(step -> predicate(step.getNode()));
        }

        @Override
        public void visit0(P_Path0 path) {
            size.patterns++;
            predicate(path.getNode());
        }

        @Override
        public void visit1(P_Path1 path) {
            path.getSubPath().visit(this);
        }

        @Override
        public void visit2(P_Path2 path) {
            path.getLeft().visit(this);
            path.getRight().visit(this);
        }
    }

    private final class Expressions extends ExprVisitorBase {
        @Override
        public void visit(ExprFunction0 function) {
            call(function);
        }

        @Override
        public void visit(ExprFunction1 function) {
            call(function);
        }

        @Override
        public void visit(ExprFunction2 function) {
            call(function);
        }

        @Override
        public void visit(ExprFunction3 function) {
            call(function);
        }

        @Override
        public void visit(ExprFunctionN function) {
            call(function);
        }

        private void call(ExprFunction function) {
            var iri = function.getFunctionIRI();
            if (iri != null) functions.add(iri);
            else builtIns.add(function.getFunctionSymbol().getSymbol());
        }
    }
}
