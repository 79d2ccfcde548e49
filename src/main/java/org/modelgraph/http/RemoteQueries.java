package org.modelgraph.http;

import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.problem.Problem;
import org.modelgraph.remote.OverdueException;
import org.modelgraph.remote.RemoteAnswer;
import org.modelgraph.remote.RemoteStore;
import org.modelgraph.sparql.AnswerWriter;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.QueryReader;
import org.modelgraph.sparql.SparqlRequest;
import org.modelgraph.sparql.Terms;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The query operation over a remote store. What a query may not do here is refused before it is
 * handed on; its answer passes as bytes where the store has the format that is asked for, and is
 * written anew where it has not.
 */
final class RemoteQueries implements Endpoint {
    private static final QueryReader READER = new QueryReader(Terms.NONE);

    private final RemoteStore store;
    private final QueryLane lane;

    RemoteQueries(RemoteStore store, QueryLane lane) {
        this.store = store;
        this.lane = lane;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/sparql", this::handle);
        routing.post("/sparql", this::handle);
        routing.query("/sparql", this::handle);
    }

    private void handle(Exchange exchange) {
        RemotePromises.requireKept(exchange);
        var method = exchange.method();
        var body = method.equals("GET") || method.equals("HEAD") ? "" : exchange.text();
        switch (SparqlRequest.of(method, exchange.parameters(), exchange.contentType(), body)) {
            case SparqlRequest.ServiceDescription _ ->
                    throw RemotePromises.notKept("A service description", "Ask with ?query=.");
            case SparqlRequest.Ask ask ->
                    lane.charge(
                            exchange,
                            () -> {
                                answer(exchange, ask);
                                return true;
                            });
        }
    }

    private void answer(Exchange exchange, SparqlRequest.Ask ask) {
        if (ask.truncate())
            throw RemotePromises.notKept("truncate", "Write a LIMIT into the query.");
        var reading = lane.read(() -> READER.read(ask.text()));
        var kind = kind(reading.query());
        var format = format(ask.format(), exchange, kind);
        var limit = lane.limit(ask.timeout());
        lane.watch(
                reading.query(),
                () ->
                        lane.run(
                                exchange,
                                () -> {
                                    try (var answer =
                                                    store.query(
                                                            ask.text(),
                                                            ask.defaultGraphs(),
                                                            ask.namedGraphs(),
                                                            accepted(format, kind),
                                                            limit);
                                            var _ = lane.cutting().after(limit, exchange)) {
                                        send(exchange, answer, kind, format);
                                    }
                                    return true;
                                }));
    }

    private static Format.Kind kind(Query query) {
        if (query.isSelectType()) return Format.Kind.ROWS;
        return query.isAskType() ? Format.Kind.TRUTH : Format.Kind.TRIPLES;
    }

    /** There are no pages here: a browser gets the first format of data. */
    static Format format(Optional<String> asked, Exchange exchange, Format.Kind kind) {
        var format = Format.negotiate(asked, exchange.accept(), kind);
        return format == Format.HTML ? kind.offers().getFirst() : format;
    }

    /** The format that is wanted, and those that can be written anew. */
    static String accepted(Format format, Format.Kind kind) {
        var others =
                switch (kind) {
                    case ROWS, TRUTH ->
                            "application/sparql-results+json;q=0.6,"
                                    + "application/sparql-results+xml;q=0.5";
                    case TRIPLES, QUADS, PAGE, DATA ->
                            "application/n-triples;q=0.6,text/turtle;q=0.5,application/rdf+xml;q=0.4";
                };
        return format.mediaType() + "," + others;
    }

    /** Sends an answer; an error takes its place as long as nothing has gone out. */
    static void send(Exchange exchange, RemoteAnswer answer, Format.Kind kind, Format format) {
        var out = exchange.answer(format);
        try {
            if (answer.mediaType().equals(format.mediaType())) answer.body().transferTo(out);
            else rewrite(answer, kind, format, out);
            out.finish();
        } catch (OverdueException e) {
            throw Answering.failure(exchange, out, RemoteStore.late(false).causedBy(e));
        } catch (IOException e) {
            throw Answering.failure(
                    exchange, out, RemoteStore.broken("broke off its answer").causedBy(e));
        } catch (Problem e) {
            throw Answering.failure(exchange, out, e);
        } catch (RuntimeException e) {
            throw Answering.failure(
                    exchange,
                    out,
                    (isLate(e)
                                    ? RemoteStore.late(false)
                                    : RemoteStore.broken("sends what can't be read"))
                            .causedBy(e));
        }
    }

    private static boolean isLate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof OverdueException) return true;
        return false;
    }

    private static void rewrite(
            RemoteAnswer answer, Format.Kind kind, Format format, OutputStream out)
            throws IOException {
        switch (kind) {
            case TRUTH -> AnswerWriter.write(truth(answer), format, out);
            case ROWS -> AnswerWriter.write(rows(answer), format, out);
            case TRIPLES, QUADS, PAGE, DATA -> AnswerWriter.write(graph(answer), format, out);
        }
    }

    private static boolean truth(RemoteAnswer answer) {
        return RowSetReader.createReader(results(answer))
                .readAny(answer.body(), ARQ.getContext())
                .booleanResult();
    }

    private static RowSet rows(RemoteAnswer answer) {
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

    private static Graph graph(RemoteAnswer answer) {
        var lang =
                Optional.ofNullable(RDFLanguages.contentTypeToLang(answer.mediaType()))
                        .filter(Format::isText)
                        .orElseThrow(() -> strange(answer));
        var graph = GraphFactory.createDefaultGraph();
        InputStream body = answer.body();
        RDFParser.source(body).lang(lang).parse(graph);
        return graph;
    }
}
