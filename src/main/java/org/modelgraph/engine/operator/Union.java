package org.modelgraph.engine.operator;

import java.util.List;

/** UNION: each batch of rows through every branch. */
public final class Union implements Operator {
    private final Operator source;
    private final List<Stage> branches;
    private final Execution run;
    private final Batch rows;
    private Operator current;
    private int next;

    /** A union. */
    public Union(Operator source, List<Stage> branches, Execution run) {
        this.source = source;
        this.branches = branches;
        this.run = run;
        this.rows = run.batch();
        this.current = new Replay(rows);
        this.next = branches.size();
    }

    @Override
    public boolean fill(Batch batch) {
        while (true) {
            run.proceed();
            if (current.fill(batch)) return true;
            if (next == branches.size()) {
                if (!source.fill(rows)) return false;
                next = 0;
            }
            current = branches.get(next++).open(new Replay(rows), run);
        }
    }
}
