package org.modelgraph.http.mcp;

import org.modelgraph.http.Exchange;

/** Something that an agent can call; what it is told of it stands in {@link Wording}. */
interface Tool {
    /** The name by which it is called. */
    String name();

    /**
     * Does it.
     *
     * @return a record or another value that becomes a JSON object
     * @throws org.modelgraph.problem.Problem telling the agent what is wrong and what would do
     */
    Object call(Exchange exchange, Arguments arguments);
}
