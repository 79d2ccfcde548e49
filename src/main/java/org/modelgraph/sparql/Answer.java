package org.modelgraph.sparql;

import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.exec.RowSet;
import org.modelgraph.federation.Federation;
import org.modelgraph.federation.RemoteUse;

import java.util.Iterator;
import java.util.List;

/**
 * The answer to a query, computed while it is read; valid until closed and inside its transaction.
 */
public sealed interface Answer extends AutoCloseable {
    /** The rows of a SELECT. */
    record Rows(RowSet rows, Evaluation.Run run) implements Answer {}

    /** The truth value of an ASK. */
    record Truth(boolean value, Evaluation.Run run) implements Answer {}

    /**
     * The triples of a CONSTRUCT or DESCRIBE; a triple may come more than once, as streaming
     * allows.
     */
    record Triples(Iterator<Triple> triples, Evaluation.Run run) implements Answer {}

    /** The evaluation that gives this answer. */
    Evaluation.Run run();

    /** What other servers had to do with it so far. */
    default List<RemoteUse> remotes() {
        return Federation.uses(run().execution().getContext());
    }

    /** What this answer is, for the choice of its format. */
    default Format.Kind kind() {
        return switch (this) {
            case Rows _ -> Format.Kind.ROWS;
            case Truth _ -> Format.Kind.TRUTH;
            case Triples _ -> Format.Kind.TRIPLES;
        };
    }

    /** Ends the evaluation and gives its resources back. Never throws. */
    @Override
    default void close() {
        run().close();
    }
}
