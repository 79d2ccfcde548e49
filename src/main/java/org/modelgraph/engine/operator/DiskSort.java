package org.modelgraph.engine.operator;

import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.modelgraph.sparql.bound.StoppableOrder;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;

/** More rows than memory is for, sorted by ARQ with the help of the disk. */
final class DiskSort implements Operator {
    private final QueryIterator sorted;
    private final Execution run;
    private final int[] row;

    /**
     * A sort.
     *
     * @param held the rows that came before those of the input
     */
    DiskSort(List<SortOrder.Row> held, Input input, List<SortCondition> conditions, Execution run) {
        this.run = run;
        this.row = new int[run.width()];
        var rows = QueryIterPlainWrapper.create(new Rows(held, input, run), run.context());
        this.sorted = StoppableOrder.sorted(conditions, rows, run.context());
        run.closeAtEnd(sorted);
    }

    @Override
    public boolean fill(Batch batch) {
        batch.clear();
        while (!batch.isFull() && sorted.hasNext()) {
            var binding = sorted.next();
            Arrays.fill(row, Batch.UNBOUND);
            for (var slot = 0; slot < run.variables().size(); slot++) {
                var term = binding.get(run.variables().get(slot));
                if (term != null) row[slot] = run.number(term, true);
            }
            batch.add(row, 1);
        }
        return batch.size() > 0;
    }

    /** The rows as ARQ takes them, each as often as it weighs. */
    private static final class Rows implements Iterator<Binding> {
        private final Queue<SortOrder.Row> held;
        private final Input input;
        private final Execution run;
        private int[] row = new int[0];
        private long left;

        Rows(List<SortOrder.Row> held, Input input, Execution run) {
            this.held = new ArrayDeque<>(held);
            this.input = input;
            this.run = run;
        }

        @Override
        public boolean hasNext() {
            run.proceed();
            if (left > 0) return true;
            var first = held.poll();
            if (first != null) {
                row = first.cells();
                left = first.weight();
            } else {
                row = new int[run.width()];
                left = input.read(row);
            }
            return left > 0;
        }

        @Override
        public Binding next() {
            left--;
            return new RowBinding(row, run);
        }
    }
}
