package org.modelgraph.engine.snapshot;

/** A walk over the triples of named graphs, which tells in which graphs each stands. */
final class QuadWalk implements TripleWalk {
    private final IndexWalk records;
    private final LongList graphs = new LongList();
    private long first;
    private long second;
    private long third;
    private boolean waiting;

    QuadWalk(IndexWalk records) {
        this.records = records;
    }

    @Override
    public boolean advance() {
        if (!waiting && !records.advance()) return false;
        first = records.first();
        second = records.second();
        third = records.third();
        graphs.clear();
        do {
            graphs.add(records.graph());
            waiting = records.advance();
        } while (waiting && isSame());
        return true;
    }

    private boolean isSame() {
        return records.third() == third && records.second() == second && records.first() == first;
    }

    /** The graphs of the triple that it stands at. */
    LongList graphs() {
        return graphs;
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
