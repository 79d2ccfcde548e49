package org.modelgraph.engine;

import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/** Rows of ARQ that are counted while they are read. */
final class CountedRows extends QueryIteratorWrapper {
    private final EngineLog.Counted counted;

    CountedRows(QueryIterator rows, EngineLog.Counted counted) {
        super(rows);
        this.counted = counted;
    }

    @Override
    protected boolean hasNextBinding() {
        var begin = System.nanoTime();
        var more = super.hasNextBinding();
        counted.nanos += System.nanoTime() - begin;
        return more;
    }

    @Override
    protected Binding moveToNextBinding() {
        counted.rows++;
        return super.moveToNextBinding();
    }
}
