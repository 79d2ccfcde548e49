package org.modelgraph.http;

import org.apache.jena.query.Query;
import org.modelgraph.catalog.AnswerTable;
import org.modelgraph.catalog.Asking;
import org.modelgraph.catalog.TableFormat;
import org.modelgraph.graph.Version;
import org.modelgraph.problem.Problem;

import java.time.Duration;
import java.util.Optional;

/** Who finds the answers to the questions of the catalogue. */
interface Answerer {
    /** How long an answer may take. */
    Duration longest();

    /** Sends an answer. */
    interface Sending {
        /**
         * Sends it.
         *
         * @param version the state that was asked, where there are such
         */
        void send(AnswerTable table, Optional<Version> version);
    }

    /** Finds an answer and has it sent, unless the client has it already. */
    void answer(Exchange exchange, Asking asking, TableFormat format, Sending sending);

    /**
     * Lets a question pass whose answer is a table.
     *
     * @throws Problem 501 where it is none
     */
    static void requireRows(Query query, Asking asking) {
        if (!query.isSelectType())
            throw Problem.of(
                            Problem.Kind.NOT_IMPLEMENTED,
                            asking.question().id() + " is no SELECT, so it has no table.")
                    .hint("Send its text to /sparql.");
    }
}
