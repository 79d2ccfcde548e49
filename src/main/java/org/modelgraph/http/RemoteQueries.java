package org.modelgraph.http;

import org.apache.jena.query.Query;
import org.modelgraph.remote.Probe;
import org.modelgraph.remote.ReadAnswer;
import org.modelgraph.remote.RemoteAnswer;
import org.modelgraph.remote.RemoteStore;
import org.modelgraph.sparql.AnswerWriter;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.QueryReader;
import org.modelgraph.sparql.SparqlRequest;
import org.modelgraph.sparql.Terms;

import java.io.IOException;
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
    private final Probe probe;

    RemoteQueries(RemoteStore store, QueryLane lane, Probe probe) {
        this.store = store;
        this.lane = lane;
        this.probe = probe;
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
                                                            wanted(format, kind),
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

    /** What a store writes that loses parts of terms is not asked for, but written anew. */
    private String wanted(Format format, Format.Kind kind) {
        return format == Format.TSV && !probe.has(Probe.TSV)
                ? ReadAnswer.RESULTS
                : accepted(format, kind);
    }

    /** The format that is wanted, and those that can be written anew. */
    static String accepted(Format format, Format.Kind kind) {
        return switch (kind) {
            case ROWS, TRUTH -> format.mediaType() + "," + ReadAnswer.RESULTS;
            case TRIPLES, QUADS, PAGE, DATA -> format.mediaType() + "," + ReadAnswer.TRIPLES;
        };
    }

    /** Sends an answer; an error takes its place as long as nothing has gone out. */
    static void send(Exchange exchange, RemoteAnswer answer, Format.Kind kind, Format format) {
        var out = exchange.answer(format);
        try {
            if (passes(answer, kind, format)) answer.body().transferTo(out);
            else rewrite(answer, kind, format, out);
            out.finish();
        } catch (IOException | RuntimeException e) {
            throw Answering.failure(exchange, out, ReadAnswer.problem(e));
        }
    }

    /** A truth is always read, since stores tell it in several ways. */
    private static boolean passes(RemoteAnswer answer, Format.Kind kind, Format format) {
        return kind != Format.Kind.TRUTH && answer.mediaType().equals(format.mediaType());
    }

    private static void rewrite(
            RemoteAnswer answer, Format.Kind kind, Format format, OutputStream out)
            throws IOException {
        switch (kind) {
            case TRUTH -> AnswerWriter.write(ReadAnswer.truth(answer), format, out);
            case ROWS -> AnswerWriter.write(ReadAnswer.rows(answer), format, out);
            case TRIPLES, QUADS, PAGE, DATA ->
                    AnswerWriter.write(ReadAnswer.graph(answer), format, out);
        }
    }
}
