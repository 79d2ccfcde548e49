package org.modelgraph.sparql;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.Template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The description of one thing (DESCRIBE with one IRI) over all graphs together: what is said of it
 * is a pattern. Where a blank node is among that, what is said of the node belongs to the
 * description as well, and this way of it ends.
 *
 * @param construct asks for all that is said of the thing; to be changed by nobody
 */
public record ShortDescription(Query construct) {
    private static final int MOST = 1000;

    /** The description that a query asks for, if it asks for that of one IRI. */
    public static Optional<ShortDescription> of(Query query) {
        var asks =
                query.isDescribeType()
                        && query.getQueryPattern() == null
                        && !query.hasDatasetDescription()
                        && query.getResultVars().isEmpty()
                        && query.getResultURIs().size() == 1
                        && !query.hasLimit()
                        && !query.hasOffset()
                        && query.getResultURIs().getFirst().isURI();
        return asks
                ? Optional.of(new ShortDescription(all(query.getResultURIs().getFirst())))
                : Optional.empty();
    }

    private static Query all(Node thing) {
        var pattern = BasicPattern.wrap(List.of(said(thing)));
        var query = new Query();
        query.setQueryConstructType();
        query.setConstructTemplate(new Template(pattern));
        query.setQueryPattern(new ElementTriplesBlock(pattern));
        query.ensureResultVars();
        return query;
    }

    private static Triple said(Node thing) {
        return Triple.create(thing, Var.alloc("p"), Var.alloc("o"));
    }

    /**
     * The same answer, read to its end.
     *
     * @param answer to {@link #construct}
     * @return empty where it is long or has a blank node in it; the answer stays to be closed
     */
    public static Optional<Answer> whole(Answer.Triples answer) {
        var triples = new ArrayList<Triple>();
        for (var read = answer.triples(); read.hasNext(); ) {
            var triple = read.next();
            if (triples.size() == MOST || triple.getObject().isBlank()) return Optional.empty();
            triples.add(triple);
        }
        return Optional.of(new Answer.Triples(triples.iterator(), answer.run()));
    }
}
