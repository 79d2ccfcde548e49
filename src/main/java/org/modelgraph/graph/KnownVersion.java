package org.modelgraph.graph;

import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.TDBInternal;

import java.util.Optional;

/**
 * The version of the state that a reader sees, read from the ledger once for each state. TDB2 gives
 * each state a number under the same lock under which readers begin and commits end, and begins
 * anew where the files are opened anew.
 */
final class KnownVersion {
    private volatile Optional<Known> newest = Optional.empty();

    private record Known(DatasetGraphTDB files, long state, Version version) {
        boolean isOf(DatasetGraphTDB others, long number) {
            return files == others && state == number;
        }
    }

    /** The version that the read transaction of this thread sees. */
    Version of(DatasetGraph dataset) {
        var files = TDBInternal.requireStorage(dataset);
        var state = files.getTxnSystem().getThreadTransaction().getDataVersion();
        var known = newest;
        if (known.isPresent() && known.get().isOf(files, state)) return known.get().version();
        var read = Ledger.of(dataset).version();
        newest = Optional.of(new Known(files, state, read));
        return read;
    }
}
