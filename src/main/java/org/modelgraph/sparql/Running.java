package org.modelgraph.sparql;

import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.UpdateExec;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** The evaluations of this process that have not ended, so that they can be ended at its end. */
public final class Running {
    private static final Map<QueryExec, Boolean> queries =
            Collections.synchronizedMap(new WeakHashMap<>());
    private static final Map<UpdateExec, Boolean> updates =
            Collections.synchronizedMap(new WeakHashMap<>());

    private Running() {}

    static QueryExec noted(QueryExec query) {
        queries.put(query, true);
        return query;
    }

    static UpdateExec noted(UpdateExec update) {
        updates.put(update, true);
        return update;
    }

    /**
     * Ends all of them, each as if its time were used up. Threads are not interrupted, since that
     * would close the store's files.
     */
    public static void abortAll() {
        synchronized (queries) {
            List.copyOf(queries.keySet()).forEach(QueryExec::abort);
        }
        synchronized (updates) {
            List.copyOf(updates.keySet()).forEach(UpdateExec::abort);
        }
    }
}
