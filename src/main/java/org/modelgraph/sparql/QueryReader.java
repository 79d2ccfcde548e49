package org.modelgraph.sparql;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.modelgraph.problem.Problem;

import java.util.List;
import java.util.Set;

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
     * @param unknown the terms of ours in it that do not exist
     */
    public record Reading(Query query, List<Unknown> unknown) {
        /** The IRIs in its patterns and paths. */
        public Set<String> iris() {
            return Mentions.of(query).iris();
        }

        /** What is strange about it, in words; empty where nothing is. */
        public List<String> warnings() {
            return unknown.stream().map(Unknown::inWords).toList();
        }
    }

    /**
     * A term of ours that does not exist.
     *
     * @param inWords that there is none, and which may be meant
     */
    public record Unknown(String iri, String inWords) {}

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
            return new Reading(query, unknown(query));
        } catch (QueryException e) {
            throw SyntaxProblem.of(text, e, terms);
        }
    }

    private List<Unknown> unknown(Query query) {
        return Mentions.of(query).iris().stream()
                .filter(terms::isUnknown)
                .map(this::unknown)
                .toList();
    }

    private Unknown unknown(String iri) {
        var name = Prefixes.shorten(iri).orElse(iri);
        var meant = terms.nearest(iri).map(m -> "; did you mean " + m + "?").orElse(".");
        return new Unknown(iri, "There is no term " + name + meant);
    }
}
