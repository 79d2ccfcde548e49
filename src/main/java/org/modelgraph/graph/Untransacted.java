package org.modelgraph.graph;

import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraphTriplesQuads;

/**
 * A dataset inside of a transaction that is somebody else's: what SPARQL Update begins and ends on
 * it is nothing.
 */
abstract class Untransacted extends DatasetGraphTriplesQuads {
    @Override
    public boolean supportsTransactions() {
        return true;
    }

    @Override
    public void begin(TxnType type) {}

    @Override
    public boolean promote(Promote mode) {
        return true;
    }

    @Override
    public void commit() {}

    @Override
    public void abort() {}

    @Override
    public void end() {}

    @Override
    public boolean isInTransaction() {
        return true;
    }

    @Override
    public ReadWrite transactionMode() {
        return ReadWrite.WRITE;
    }

    @Override
    public TxnType transactionType() {
        return TxnType.WRITE;
    }
}
