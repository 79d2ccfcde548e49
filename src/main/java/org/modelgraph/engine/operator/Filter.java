package org.modelgraph.engine.operator;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;

/** FILTER by ARQ's expressions; a term is made only where an expression asks for it. */
public final class Filter implements Operator {
    private final Operator source;
    private final ExprList conditions;
    private final Execution run;
    private final Batch rows;

    /** A filter. */
    public Filter(Operator source, ExprList conditions, Execution run) {
        this.source = source;
        this.conditions = conditions;
        this.run = run;
        this.rows = run.batch();
    }

    @Override
    public boolean fill(Batch batch) {
        batch.clear();
        while (batch.size() == 0 && source.fill(rows)) {
            for (var i = 0; i < rows.size(); i++) {
                run.proceed();
                if (accepts(new RowBinding(rows.row(i), run))) give(batch, i);
            }
        }
        return batch.size() > 0;
    }

    private boolean accepts(RowBinding row) {
        for (Expr condition : conditions)
            if (!condition.isSatisfied(row, run.context())) return false;
        return true;
    }

    private void give(Batch batch, int row) {
        batch.add(rows, row);
    }
}
