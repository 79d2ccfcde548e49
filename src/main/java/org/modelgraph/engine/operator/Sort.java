package org.modelgraph.engine.operator;

import org.apache.jena.query.SortCondition;

import java.util.ArrayList;
import java.util.List;

/**
 * ORDER BY, whole or the first rows of it: of these no more than twice as many are held as are
 * wanted. More rows than may be held are sorted by ARQ, which puts them on disk.
 */
public final class Sort implements Operator {
    private static final int FEWEST = 1024;
    private static final int MOST = 200_000;

    private final Input input;
    private final List<SortCondition> conditions;
    private final SortOrder order;
    private final long limit;
    private final Execution run;
    private List<SortOrder.Row> held = new ArrayList<>();
    private Operator sorted = this::give;
    private boolean begun;
    private boolean cut;
    private int next;
    private long left;

    /**
     * A sort.
     *
     * @param ties the slots that tell equal rows apart, the first first
     * @param limit how many rows are wanted
     */
    public Sort(
            Operator source,
            List<SortCondition> conditions,
            int[] ties,
            long limit,
            Execution run) {
        this.input = new Input(source, run);
        this.conditions = conditions;
        this.order = new SortOrder(conditions, ties, run);
        this.limit = limit;
        this.left = limit;
        this.run = run;
    }

    @Override
    public boolean fill(Batch batch) {
        if (!begun && limit > 0) read();
        return sorted.fill(batch);
    }

    private void read() {
        begun = true;
        var most = Math.min(MOST, run.mostRows());
        var row = new int[run.width()];
        for (var weight = input.read(row); weight > 0; weight = input.read(row)) {
            hold(order.row(row, weight));
            if (held.size() >= Math.max(FEWEST, 2 * limit) && limit < most) cut();
            else if (held.size() > most) {
                sorted = new Slice(new DiskSort(held, input, conditions, run), 0, limit, run);
                held = List.of();
                return;
            }
        }
        held.sort(order);
    }

    private void hold(SortOrder.Row row) {
        if (cut && order.compare(row, held.get(next)) >= 0) return;
        held.add(row.kept());
    }

    /** Keeps the rows that are wanted; the last of them is what others have to come before. */
    private void cut() {
        run.proceed();
        held.sort(order);
        var wanted = 0;
        for (var rows = 0L; rows < limit && wanted < held.size(); wanted++)
            rows += held.get(wanted).weight();
        held.subList(wanted, held.size()).clear();
        next = wanted - 1;
        cut = true;
    }

    private boolean give(Batch batch) {
        batch.clear();
        if (cut) next = 0;
        cut = false;
        while (next < held.size() && left > 0 && !batch.isFull()) {
            var row = held.get(next++);
            var weight = Math.min(row.weight(), left);
            batch.add(row.cells(), weight);
            left -= weight;
        }
        return batch.size() > 0;
    }
}
