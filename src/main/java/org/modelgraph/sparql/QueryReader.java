package org.modelgraph.sparql;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.modelgraph.problem.Problem;

import java.util.List;

/**
 * Reads query text; what can't be read is told with line, column and a hint, and a term of ours
 * that does not exist is noticed.
 */
public final class QueryReader {
    private final Terms terms;

    /** A reader that knows the terms of the ontology. */
    public QueryReader(Terms terms) {
        this.terms = terms;
    }

    /**
     * A query that could be read.
     *
     * @param query the query
     * @param warnings what is strange about it, in words; empty where nothing is
     */
    public record Reading(Query query, List<String> warnings) {}

    /**
     * Reads SPARQL 1.2 query text. Relative IRIs resolve against the base of our IRIs, never
     * against an address of the server.
     *
     * @throws Problem of kind {@link Problem.Kind#MALFORMED_QUERY} with place and hint, or another
     *     kind for one that is too large to be read
     */
    public Reading read(String text) {
        Complexity.QUERY.require(text);
        try {
            var query = QueryFactory.create(text, Prefixes.BASE, Syntax.syntaxSPARQL_12);
            return new Reading(query, warnings(query));
        } catch (QueryException e) {
            throw SyntaxProblem.of(text, e, terms);
        }
    }

    private List<String> warnings(Query query) {
        return Mentions.of(query).iris().stream()
                .filter(terms::isUnknown)
                .map(this::unknown)
                .toList();
    }

    private String unknown(String iri) {
        var name = Prefixes.shorten(iri).orElse(iri);
        var meant = terms.nearest(iri).map(m -> "; did you mean " + m + "?").orElse(".");
        return "There is no term " + name + meant;
    }
}
