package org.modelgraph.sparql.function;

import java.util.List;

/** What this server adds to the functions of SPARQL. */
public final class Functions {
    private Functions() {}

    /** The IRIs of the aggregates. */
    public static List<String> aggregates() {
        return PowerLawAggregate.names();
    }
}
