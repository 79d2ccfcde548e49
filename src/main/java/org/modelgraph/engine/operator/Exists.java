package org.modelgraph.engine.operator;

import java.util.BitSet;

/**
 * EXISTS and NOT EXISTS: the rows for which a pattern has a solution, or none. A slot of its own
 * carries the place of a row through the pattern.
 */
public final class Exists implements Operator {
    private final Operator source;
    private final Stage pattern;
    private final int mark;
    private final boolean wanted;
    private final Execution run;
    private final Batch rows;
    private final Batch solutions;
    private final BitSet matched = new BitSet();

    /**
     * A test.
     *
     * @param mark a slot that nobody else uses
     * @param wanted false to keep the rows without a solution
     */
    public Exists(Operator source, Stage pattern, int mark, boolean wanted, Execution run) {
        this.source = source;
        this.pattern = pattern;
        this.mark = mark;
        this.wanted = wanted;
        this.run = run;
        this.rows = run.batch();
        this.solutions = run.batch();
    }

    @Override
    public boolean fill(Batch batch) {
        batch.clear();
        while (batch.size() == 0 && source.fill(rows)) {
            run.proceed();
            match();
            for (var i = 0; i < rows.size(); i++) {
                rows.set(i, mark, Batch.UNBOUND);
                if (matched.get(i) == wanted) batch.add(rows, i);
            }
        }
        return batch.size() > 0;
    }

    private void match() {
        for (var i = 0; i < rows.size(); i++) rows.set(i, mark, i);
        matched.clear();
        var found = pattern.open(new Replay(rows), run);
        while (matched.cardinality() < rows.size() && found.fill(solutions))
            for (var i = 0; i < solutions.size(); i++) matched.set(solutions.cell(i, mark));
    }
}
