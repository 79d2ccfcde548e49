package org.modelgraph.graph;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.modelgraph.sparql.Prefixes;

/**
 * One rule: a CONSTRUCT query whose triples go into the derived graph.
 *
 * @param name the name of its file, without ending
 * @param query the CONSTRUCT
 * @param closing true where the rule has to wait for all others that don't wait
 */
public record Rule(String name, Query query, boolean closing) {
    /** The line of a rule's file that makes it wait. */
    static final String WAITS = "#+ after: all rules without a negation";

    /**
     * Reads a rule.
     *
     * @throws QueryException where the text is no SPARQL 1.1 query
     */
    public static Rule of(String name, String text) {
        return new Rule(
                name,
                QueryFactory.create(text, Prefixes.BASE, Syntax.syntaxSPARQL_11),
                text.lines().anyMatch(WAITS::equals));
    }
}
