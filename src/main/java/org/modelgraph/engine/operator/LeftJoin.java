package org.modelgraph.engine.operator;

import java.util.BitSet;

/**
 * OPTIONAL: each row with all that the right side finds for it, or as it is. A slot of its own
 * carries the place of a row through the right side.
 */
public final class LeftJoin implements Operator {
    private final Operator source;
    private final Stage right;
    private final int mark;
    private final Execution run;
    private final Batch rows;
    private final BitSet matched = new BitSet();
    private Operator found;
    private int nextUnmatched;
    private boolean searching;

    /**
     * A left join.
     *
     * @param mark a slot that nobody else uses
     */
    public LeftJoin(Operator source, Stage right, int mark, Execution run) {
        this.source = source;
        this.right = right;
        this.mark = mark;
        this.run = run;
        this.rows = run.batch();
        this.found = new Replay(rows);
    }

    @Override
    public boolean fill(Batch batch) {
        while (true) {
            run.proceed();
            if (searching) {
                if (found.fill(batch)) {
                    unmark(batch);
                    return true;
                }
                searching = false;
            }
            if (giveUnmatched(batch)) return true;
            if (!source.fill(rows)) return false;
            begin();
        }
    }

    private void begin() {
        for (var i = 0; i < rows.size(); i++) rows.set(i, mark, i);
        matched.clear();
        nextUnmatched = 0;
        found = right.open(new Replay(rows), run);
        searching = true;
    }

    private void unmark(Batch batch) {
        for (var i = 0; i < batch.size(); i++) {
            matched.set(batch.cell(i, mark));
            batch.set(i, mark, Batch.UNBOUND);
        }
    }

    private boolean giveUnmatched(Batch batch) {
        batch.clear();
        while (nextUnmatched < rows.size() && !batch.isFull()) {
            nextUnmatched = matched.nextClearBit(nextUnmatched);
            if (nextUnmatched >= rows.size()) break;
            rows.set(nextUnmatched, mark, Batch.UNBOUND);
            batch.add(rows, nextUnmatched++);
        }
        return batch.size() > 0;
    }
}
