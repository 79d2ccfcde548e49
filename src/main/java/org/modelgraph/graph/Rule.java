package org.modelgraph.graph;

import org.apache.jena.query.Query;

/**
 * One rule: a CONSTRUCT query whose triples go into the derived graph.
 *
 * @param name the name of its file, without ending
 * @param query the CONSTRUCT
 * @param closing true where the rule asks for what is not there, and so has to wait for all others
 */
public record Rule(String name, Query query, boolean closing) {
    /** The line of a rule's file that makes it wait. */
    static final String WAITS = "#+ after: all rules without a negation";
}
