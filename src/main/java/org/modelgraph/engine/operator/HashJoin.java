package org.modelgraph.engine.operator;

import java.util.Optional;

/**
 * A join with a part that is answered by itself, once in a run, and held: each row with all of its
 * rows that agree on the variables that both bind.
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

    private JoinTable read() {
        return new JoinTable(right.open(new Start(run), run), slots, run);
    }

    /** The right side is read when there is a first row to look for. */
    private JoinTable.Search search() {
        if (search.isEmpty()) search = Optional.of(run.table(right, this::read).new Search());
        return search.get();
    }

    @Override
    public boolean fill(Batch batch) {
        batch.clear();
        while (!batch.isFull()) {
            if (weight == 0) {
                weight = input.read(begun);
                if (weight == 0) break;
                search().begin(begun);
            }
            if (search().advance()) step(search(), batch);
            else weight = 0;
        }
        return batch.size() > 0;
    }

    private void step(JoinTable.Search found, Batch batch) {
        if (++steps % STEPS_BETWEEN_LOOKS == 0) run.proceed();
        System.arraycopy(begun, 0, row, 0, row.length);
        if (found.merge(row)) batch.add(row, Weight.times(weight, found.weight()));
    }
}
