package org.modelgraph.engine.operator;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an aggregate has of each group so far. */
interface Tally {
    /** Takes a row into account, as often as it weighs. */
    void add(int group, Batch rows, int row);

    /** What came out for a group; empty for an error. */
    Optional<Node> value(int group);

    /** The tally of an aggregate. */
    static Tally of(Aggregator aggregator, Execution run) {
        return switch (aggregator) {
            case AggCount _ -> new Rows();
            case AggCountVar count when isVariable(count) -> new Bound(slot(count, run));
            case AggCountVarDistinct count when isVariable(count) ->
                    new Different(slot(count, run), run);
            default ->
                    Fold.of(aggregator)
                            .filter(_ -> isVariable(aggregator))
                            .<Tally>map(fold -> new Folded(slot(aggregator, run), fold, run))
                            .orElseGet(() -> new Accumulated(aggregator, run));
        };
    }

    private static boolean isVariable(Aggregator aggregator) {
        return expression(aggregator).isVariable();
    }

    private static Expr expression(Aggregator aggregator) {
        return aggregator.getExprList().get(0);
    }

    private static int slot(Aggregator aggregator, Execution run) {
        return run.variables().indexOf(Var.alloc(expression(aggregator).asVar()));
    }

    /** Counts by group. */
    final class Counts {
        private long[] counts = new long[16];

        void add(int group, long weight) {
            if (group >= counts.length)
                counts = Arrays.copyOf(counts, Math.max(group + 1, counts.length * 2));
            counts[group] = Weight.plus(counts[group], weight);
        }

        Optional<Node> value(int group) {
            return Optional.of(Group.number(group < counts.length ? counts[group] : 0));
        }
    }

    /** COUNT(*). */
    record Rows(Counts counts) implements Tally {
        Rows() {
            this(new Counts());
        }

        @Override
        public void add(int group, Batch rows, int row) {
            counts.add(group, rows.weight(row));
        }

        @Override
        public Optional<Node> value(int group) {
            return counts.value(group);
        }
    }

    /** COUNT(?v); a variable that the pattern does not have is never bound. */
    record Bound(int slot, Counts counts) implements Tally {
        Bound(int slot) {
            this(slot, new Counts());
        }

        @Override
        public void add(int group, Batch rows, int row) {
            if (slot >= 0 && rows.cell(row, slot) != Batch.UNBOUND)
                counts.add(group, rows.weight(row));
        }

        @Override
        public Optional<Node> value(int group) {
            return counts.value(group);
        }
    }

    /** COUNT(DISTINCT ?v). */
    record Different(int slot, Tuples seen, Counts counts) implements Tally {
        Different(int slot, Execution run) {
            this(slot, new Tuples(2, run), new Counts());
        }

        @Override
        public void add(int group, Batch rows, int row) {
            if (slot < 0 || rows.cell(row, slot) == Batch.UNBOUND) return;
            var before = seen.size();
            seen.add(new int[] {group, rows.cell(row, slot)});
            if (seen.size() > before) counts.add(group, 1);
        }

        @Override
        public Optional<Node> value(int group) {
            return counts.value(group);
        }
    }

    /** Any other aggregate, by ARQ's accumulators. */
    final class Accumulated implements Tally {
        private final Aggregator aggregator;
        private final Execution run;
        private final List<Accumulator> accumulators = new ArrayList<>();

        Accumulated(Aggregator aggregator, Execution run) {
            this.aggregator = aggregator;
            this.run = run;
        }

        @Override
        public void add(int group, Batch rows, int row) {
            while (accumulators.size() <= group) accumulators.add(aggregator.createAccumulator());
            var binding = new RowBinding(rows.row(row), run);
            for (var i = rows.weight(row); i > 0; i--) {
                accumulators.get(group).accumulate(binding, run.context());
                if (i % 1024 == 0) run.proceed();
            }
        }

        @Override
        public Optional<Node> value(int group) {
            return Optional.ofNullable(accumulators.get(group).getValue())
                    .map(value -> value.asNode());
        }
    }
}
