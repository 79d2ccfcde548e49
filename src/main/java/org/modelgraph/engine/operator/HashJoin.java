package org.modelgraph.engine.operator;

import java.util.Optional;

/**
 * A join with a part that is answered by itself, once in a run, and held: each row with all of its
 * rows that agree on the variables that both bind. Where the part does not fit into memory, the
 * rows on the other side are held, and go through as much of the part as fits, again and again.
 */
public final class HashJoin implements Operator {
    private static final int STEPS_BETWEEN_LOOKS = 1 << 13;

    private final Input input;
    private final Stage right;
    private final int[] slots;
    private final Execution run;
    private final int[] begun;
    private final int[] row;
    private Optional<JoinTable.Search> search = Optional.empty();
    private Optional<HeldRows> held = Optional.empty();
    private Optional<Operator> rest = Optional.empty();
    private long weight;
    private int steps;

    /**
     * A join.
     *
     * @param slots what the right side can bind
     */
    public HashJoin(Operator source, Stage right, int[] slots, Execution run) {
        this.input = new Input(source, run);
        this.right = right;
        this.slots = slots;
        this.run = run;
        this.begun = new int[run.width()];
        this.row = new int[run.width()];
    }

    @Override
    public boolean fill(Batch batch) {
        batch.clear();
        while (!batch.isFull()) {
            if (weight == 0 && !begin()) break;
            if (search().advance()) step(search(), batch);
            else weight = 0;
        }
        return batch.size() > 0;
    }

    /** Goes to the next row; false where there is none. */
    private boolean begin() {
        weight = held.isPresent() ? held.get().read(begun) : input.read(begun);
        while (weight == 0 && rest.isPresent()) {
            search = Optional.of(part(rest.get()).new Search());
            held.get().rewind(0);
            weight = held.get().read(begun);
        }
        if (weight > 0) search().begin(begun);
        return weight > 0;
    }

    private JoinTable.Search search() {
        if (search.isEmpty())
            search = Optional.of(run.table(right).orElseGet(this::read).new Search());
        return search.get();
    }

    /** Reads the right side, when there is a first row to look for. */
    private JoinTable read() {
        var source = right.open(new Start(run), run);
        var table = part(source);
        if (table.isWhole()) run.keep(right, table);
        else held = Optional.of(remaining());
        return table;
    }

    /** The next part of the right side that fits. */
    private JoinTable part(Operator source) {
        var table = new JoinTable(source, slots, run);
        rest = table.isWhole() ? Optional.empty() : Optional.of(source);
        return table;
    }

    /** The row that is looked for and all after it, which are next. */
    private HeldRows remaining() {
        var rows = new HeldRows(run.width(), run);
        rows.add(begun, weight);
        for (var more = input.read(row); more > 0; more = input.read(row)) rows.add(row, more);
        rows.rewind(1);
        return rows;
    }

    private void step(JoinTable.Search found, Batch batch) {
        if (++steps % STEPS_BETWEEN_LOOKS == 0) run.proceed();
        System.arraycopy(begun, 0, row, 0, row.length);
        if (found.merge(row)) batch.add(row, Weight.times(weight, found.weight()));
    }
}
