package org.modelgraph.engine;

import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.modelgraph.engine.operator.Batch;
import org.modelgraph.engine.operator.Execution;
import org.modelgraph.engine.operator.Operator;
import org.modelgraph.engine.operator.RowBinding;

import java.util.BitSet;
import java.util.List;

/** The rows of a plan as ARQ takes them, each as often as it weighs. */
final class Rows extends QueryIter {
    private final Operator source;
    private final BitSet shown = new BitSet();
    private final Execution run;
    private final Batch batch;
    private int place = -1;
    private long left;

    Rows(Operator source, List<Integer> shown, Execution run) {
        super(run.context());
        this.source = source;
        this.run = run;
        this.batch = run.batch();
        shown.forEach(this.shown::set);
    }

    @Override
    protected boolean hasNextBinding() {
        if (left > 0) return true;
        place++;
        if (place >= batch.size()) {
            if (!source.fill(batch)) return false;
            place = 0;
        }
        left = batch.weight(place);
        return true;
    }

    @Override
    protected Binding moveToNextBinding() {
        left--;
        var row = batch.row(place);
        for (var i = 0; i < row.length; i++) if (!shown.get(i)) row[i] = Batch.UNBOUND;
        return new RowBinding(row, run);
    }

    @Override
    protected void closeIterator() {
        run.close();
    }

    @Override
    protected void requestCancel() {}
}
