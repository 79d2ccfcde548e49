package org.modelgraph.engine.snapshot;

import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.store.tupletable.TupleTable;

import java.nio.ByteBuffer;
import java.util.Iterator;

/**
 * A walk over an index of TDB2, whose records are read as they stand. Valid on the thread of the
 * transaction.
 */
final class IndexWalk implements TripleWalk {
    private static final int CHECK_EVERY = 1 << 14;

    private final Iterator<Boolean> records;
    private final Runnable check;
    private long nextFirst;
    private long nextSecond;
    private long nextThird;
    private long first;
    private long second;
    private long third;
    private long graph;
    private boolean begun;
    private int steps;
    private final boolean apart;

    /**
     * Begins a walk.
     *
     * @param columns the name of the index, such as {@code POSG}
     * @param apart true to tell the same triple once for each graph, where the index ends in the
     *     graph; else it is told once
     * @param check is run now and then, and may throw to end the walk
     */
    IndexWalk(TupleTable table, String columns, boolean apart, Runnable check) {
        this.check = check;
        this.apart = apart;
        this.records = index(table, columns).getRangeIndex().iterator(null, null, this::take);
    }

    private static TupleIndexRecord index(TupleTable table, String columns) {
        for (var index : table.getIndexes())
            if (index instanceof TupleIndexRecord record && columns.equals(index.getName()))
                return record;
        throw new IllegalStateException("the store has no index " + columns);
    }

    private boolean take(ByteBuffer block, int entry, byte[] key, RecordFactory factory) {
        var start = entry * factory.recordLength();
        if (key != null) {
            block.position(start);
            block.get(key, 0, factory.keyLength());
        }
        nextFirst = block.getLong(start);
        nextSecond = block.getLong(start + NodeId.SIZE);
        nextThird = block.getLong(start + 2 * NodeId.SIZE);
        if (apart) graph = block.getLong(start + 3 * NodeId.SIZE);
        return true;
    }

    @Override
    public boolean advance() {
        while (records.hasNext()) {
            records.next();
            if (++steps % CHECK_EVERY == 0) check.run();
            if (begun && !apart && isSame()) continue;
            begun = true;
            first = nextFirst;
            second = nextSecond;
            third = nextThird;
            return true;
        }
        return false;
    }

    private boolean isSame() {
        return nextThird == third && nextSecond == second && nextFirst == first;
    }

    /** The graph of the triple that it stands at, of a walk that tells graphs apart. */
    long graph() {
        return graph;
    }

    @Override
    public long first() {
        return first;
    }

    @Override
    public long second() {
        return second;
    }

    @Override
    public long third() {
        return third;
    }
}
