package org.modelgraph.engine.operator;

/**
 * A join with a part that is answered by itself, once in a run, and held: each row with all of its
 * rows that agree on the variables that both bind.
 */
public final class HashJoin implements Operator {
    private static final int STEPS_BETWEEN_LOOKS = 1 << 13;

    private final Input input;
    private final Stage right;
    private final int[] slots;
    private final int[] keys;
    private final Execution run;
    private final int[] begun;
    private final int[] row;
    private long weight;
    private int entry = JoinTable.NONE;
    private int steps;

    /**
     * A join.
     *
     * @param slots what the right side can bind
     * @param keys those of the slots that both sides always bind
     */
    public HashJoin(Operator source, Stage right, int[] slots, int[] keys, Execution run) {
        this.input = new Input(source, run);
        this.right = right;
        this.slots = slots;
        this.keys = keys;
        this.run = run;
        this.begun = new int[run.width()];
        this.row = new int[run.width()];
    }

    private JoinTable read() {
        return new JoinTable(right.open(new Start(run), run), slots, keys, run);
    }

    @Override
    public boolean fill(Batch batch) {
        batch.clear();
        while (!batch.isFull()) {
            if (entry == JoinTable.NONE) {
                weight = input.read(begun);
                if (weight == 0) break;
                entry = run.table(right, this::read).first(begun);
            } else {
                step(run.table(right, this::read), batch);
            }
        }
        return batch.size() > 0;
    }

    private void step(JoinTable table, Batch batch) {
        if (++steps % STEPS_BETWEEN_LOOKS == 0) run.proceed();
        System.arraycopy(begun, 0, row, 0, row.length);
        if (table.merge(entry, row)) batch.add(row, Weight.times(weight, table.weight(entry)));
        entry = table.after(entry, begun);
    }
}
