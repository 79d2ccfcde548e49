package org.modelgraph.remote;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.problem.Problem;

import java.util.Optional;

/**
 * Reads the answers of a remote store.
 *
 * <p>What can't be read is thrown as it comes; {@link #problem} tells what it means.
 */
public final class ReadAnswer {
    /** The formats that rows and truths are read in, as an Accept header. */
    public static final String RESULTS =
            "application/sparql-results+json;q=0.6,application/sparql-results+xml;q=0.5";

    /** The formats that triples are read in, as an Accept header. */
    public static final String TRIPLES =
            "application/n-triples;q=0.6,text/turtle;q=0.5,application/rdf+xml;q=0.4";

    private ReadAnswer() {}

    /**
     * The truth of an ASK. Some stores tell it as one row with one number, 1 or 0 (Virtuoso), or no
     * row for what is false.
     */
    public static boolean truth(RemoteAnswer answer) {
        var read =
                RowSetReader.createReader(results(answer)).readAny(answer.body(), ARQ.getContext());
        if (read.isBoolean()) return read.booleanResult();
        var rows = read.rowSet();
        if (!rows.hasNext()) return false;
        var row = rows.next();
        return rows.getResultVars().size() == 1
                && Optional.ofNullable(row.get(rows.getResultVars().getFirst()))
                        .filter(Node::isLiteral)
                        .map(Node::getLiteralLexicalForm)
                        .filter(told -> told.equals("1") || told.equals("true"))
                        .isPresent();
    }

    /** The rows of a SELECT, read as they come. */
    public static RowSet rows(RemoteAnswer answer) {
        return RowSetReader.createReader(results(answer)).read(answer.body(), ARQ.getContext());
    }

    private static Lang results(RemoteAnswer answer) {
        return switch (answer.mediaType()) {
            case "application/sparql-results+json", "application/json" -> ResultSetLang.RS_JSON;
            case "application/sparql-results+xml", "application/xml" -> ResultSetLang.RS_XML;
            default -> throw strange(answer);
        };
    }

    private static Problem strange(RemoteAnswer answer) {
        return RemoteStore.broken("answers with the type '" + answer.mediaType() + "'");
    }

    /** The triples of a CONSTRUCT or of a graph, read whole. */
    public static Graph graph(RemoteAnswer answer) {
        var lang =
                Optional.ofNullable(RDFLanguages.contentTypeToLang(answer.mediaType()))
                        .filter(RDFLanguages::isTriples)
                        .filter(l -> !l.equals(Lang.RDFTHRIFT) && !l.equals(Lang.RDFPROTO))
                        .orElseThrow(() -> strange(answer));
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.source(answer.body()).lang(lang).parse(graph);
        return graph;
    }

    /** The problem behind a failure to read an answer. */
    public static Problem problem(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) return problem;
            if (cause instanceof OverdueException) return RemoteStore.late(false).causedBy(failure);
        }
        return RemoteStore.broken(
                        failure instanceof java.io.IOException
                                ? "broke off its answer"
                                : "sends what can't be read")
                .causedBy(failure);
    }
}
