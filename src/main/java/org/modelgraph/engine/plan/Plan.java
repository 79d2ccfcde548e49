package org.modelgraph.engine.plan;

import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.ExprList;
import org.modelgraph.engine.operator.Condition;
import org.modelgraph.engine.operator.Edge;
import org.modelgraph.engine.operator.Execution;
import org.modelgraph.engine.operator.HashJoin;
import org.modelgraph.engine.operator.InGraph.Ends;
import org.modelgraph.engine.operator.Leapfrog;
import org.modelgraph.engine.operator.Operator;
import org.modelgraph.engine.operator.PathExpression;
import org.modelgraph.engine.operator.PathWalk;
import org.modelgraph.engine.operator.Scan;
import org.modelgraph.engine.operator.Stage;
import org.modelgraph.engine.operator.Start;
import org.modelgraph.engine.operator.Table;
import org.modelgraph.engine.snapshot.Triples;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;

/** What is to be done, down to the operators. */
public sealed interface Plan extends Stage
        permits Plan.Pass,
                Plan.Nothing,
                Plan.Chain,
                Plan.Join,
                Plan.AnyPredicate,
                Plan.InGraph,
                Plan.Walk,
                Plan.LeftJoin,
                Plan.Union,
                Plan.Minus,
                Plan.Filter,
                Plan.Values,
                Plan.Extend,
                Plan.Exists,
                Plan.Independent,
                Whole {
    /** The parts of a plan that work on the same rows; empty of an operator that has none. */
    default List<Plan> parts() {
        return List.of();
    }

    /** Begins to work, under observation where somebody wants to know how it went. */
    @Override
    default Operator open(Operator source, Execution run) {
        return run.observed(this, build(source, run));
    }

    /** The operator of this part. */
    Operator build(Operator source, Execution run);

    /** How many candidates there are for the first variable, where that was looked up. */
    default OptionalDouble estimate() {
        return OptionalDouble.empty();
    }

    /** The plan where one solution for each row will do. */
    default Plan firstOnly() {
        return this;
    }

    /** Numbers as an array. */
    static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Rows as they come. */
    record Pass() implements Plan {
        @Override
        public Operator build(Operator source, Execution run) {
            return source;
        }
    }

    /** No rows: a term or a predicate of the pattern is not in the store. */
    record Nothing() implements Plan {
        @Override
        public Operator build(Operator source, Execution run) {
            return batch -> {
                batch.clear();
                return false;
            };
        }
    }

    /** One part after the other. */
    record Chain(List<Plan> parts) implements Plan {
        @Override
        public Operator build(Operator source, Execution run) {
            var last = source;
            for (var part : parts) last = part.open(last, run);
            return last;
        }
    }

    /** Patterns whose predicates are known. */
    record Join(
            List<Edge> edges,
            BitSet needed,
            List<Condition> conditions,
            boolean once,
            double candidates)
            implements Plan {
        @Override
        public OptionalDouble estimate() {
            return OptionalDouble.of(candidates);
        }

        @Override
        public Operator build(Operator source, Execution run) {
            return new Leapfrog(source, edges, needed, conditions, once, run);
        }

        @Override
        public Plan firstOnly() {
            return new Join(edges, needed, conditions, true, candidates);
        }
    }

    /** A pattern whose predicate is a variable. */
    record AnyPredicate(int subject, int predicate, int object, BitSet needed, Triples triples)
            implements Plan {
        @Override
        public Operator build(Operator source, Execution run) {
            return new Scan(source, subject, predicate, object, needed, triples, run);
        }
    }

    /** GRAPH with a variable. */
    record InGraph(int graph, List<Ends> triples) implements Plan {
        @Override
        public Operator build(Operator source, Execution run) {
            return new org.modelgraph.engine.operator.InGraph(source, graph, triples, run);
        }
    }

    /** A property path. */
    record Walk(int subject, PathExpression path, int object) implements Plan {
        @Override
        public Operator build(Operator source, Execution run) {
            return new PathWalk(source, subject, path, object, run);
        }
    }

    /** OPTIONAL. */
    record LeftJoin(Plan right, int mark) implements Plan {
        @Override
        public List<Plan> parts() {
            return List.of(right);
        }

        @Override
        public Operator build(Operator source, Execution run) {
            return new org.modelgraph.engine.operator.LeftJoin(source, right, mark, run);
        }
    }

    /** UNION. */
    record Union(List<Plan> parts) implements Plan {
        @Override
        public Operator build(Operator source, Execution run) {
            return new org.modelgraph.engine.operator.Union(source, List.copyOf(parts), run);
        }
    }

    /** MINUS. */
    record Minus(Plan right, List<Integer> common) implements Plan {
        @Override
        public List<Plan> parts() {
            return List.of(right);
        }

        @Override
        public Operator build(Operator source, Execution run) {
            return new org.modelgraph.engine.operator.Minus(source, right, array(common), run);
        }
    }

    /** FILTER. */
    record Filter(ExprList conditions) implements Plan {
        @Override
        public Operator build(Operator source, Execution run) {
            return new org.modelgraph.engine.operator.Filter(source, conditions, run);
        }
    }

    /** VALUES. */
    record Values(List<Integer> slots, List<List<Integer>> rows) implements Plan {
        @Override
        public Operator build(Operator source, Execution run) {
            var table = rows.stream().map(Plan::array).toArray(int[][]::new);
            return new Table(source, array(slots), table, run);
        }
    }

    /** BIND. */
    record Extend(
            VarExprList expressions,
            List<org.modelgraph.engine.operator.Extend.Assignment> assignments,
            boolean pure)
            implements Plan {
        @Override
        public Operator build(Operator source, Execution run) {
            return new org.modelgraph.engine.operator.Extend(
                    source, expressions, assignments, pure, run);
        }
    }

    /** EXISTS, or NOT EXISTS. */
    record Exists(Plan pattern, int mark, boolean wanted) implements Plan {
        @Override
        public List<Plan> parts() {
            return List.of(pattern);
        }

        @Override
        public Operator build(Operator source, Execution run) {
            return new org.modelgraph.engine.operator.Exists(source, pattern, mark, wanted, run);
        }
    }

    /**
     * What is answered by itself and joined with the rows before.
     *
     * @param slots what it can bind
     */
    record Independent(Plan plan, List<Integer> slots) implements Plan {
        @Override
        public List<Plan> parts() {
            return List.of(plan);
        }

        @Override
        public Operator build(Operator source, Execution run) {
            return source instanceof Start
                    ? plan.open(source, run)
                    : new HashJoin(source, plan, array(slots), run);
        }
    }
}
