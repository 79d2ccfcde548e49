package org.modelgraph.http;

import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.Quad;
import org.modelgraph.access.Principal;
import org.modelgraph.federation.Federation;
import org.modelgraph.problem.Problem;
import org.modelgraph.remote.RemoteStore;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.Prefixes;
import org.modelgraph.sparql.UpdateText;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Updates and the Graph Store HTTP Protocol over a remote store. What is sent is read and checked
 * here first, and handed on as it was understood.
 */
final class RemoteWrites implements Endpoint {
    private final RemoteStore store;
    private final QueryLane lane;
    private final Admission writes;
    private final Access access;
    private final Auditing auditing;
    private final Duration limit;
    private final long uploadLimit;

    RemoteWrites(
            RemoteStore store,
            QueryLane lane,
            Admission writes,
            Access access,
            Auditing auditing,
            Duration limit,
            long uploadLimit) {
        this.store = store;
        this.lane = lane;
        this.writes = writes;
        this.access = access;
        this.auditing = auditing;
        this.limit = limit;
        this.uploadLimit = uploadLimit;
    }

    @Override
    public void open(Routing routing) {
        routing.post("/update", this::update);
        routing.get("/graphs", this::get);
        routing.put("/graphs", e -> send(e, "PUT"));
        routing.post("/graphs", e -> send(e, "POST"));
        routing.delete("/graphs", this::delete);
    }

    private void update(Exchange exchange) {
        RemotePromises.requireKept(exchange);
        var client = access.requireWriter(exchange);
        requireAllGraphs(client);
        var update =
                UpdateText.of(
                        exchange.parameters(),
                        exchange.contentType(),
                        exchange.text(),
                        Federation.NONE);
        update.warnings().forEach(w -> Headers.warn(exchange, w));
        handOn(
                exchange,
                client,
                () -> {
                    store.update(update.text(), limit);
                    return true;
                });
        exchange.status(204);
    }

    /** Writes a write down, and hands it on when it is its turn. */
    private <T> T handOn(Exchange exchange, Principal client, Callable<T> write) {
        return writes.run(() -> {
            auditing.sending(exchange, Writing.attribution(exchange, client));
            return write.call();
        });
    }

    /** Which graphs an update touches is known to nobody before it is done. */
    private static void requireAllGraphs(Principal client) {
        if (!client.mayWrite(""))
            throw Problem.of(
                            Problem.Kind.FORBIDDEN,
                            "An update of a remote store may touch any graph, and the "
                                    + client.name()
                                    + " has "
                                    + client.scopesInWords()
                                    + ".")
                    .hint("Write to one graph at /graphs?graph=IRI.");
    }

    /** The graph that a request names; empty for the default graph. */
    private static Optional<String> target(Exchange exchange) {
        var target =
                GraphStoreEndpoint.target(exchange)
                        .orElseThrow(() ->
                                RemotePromises.notKept(
                                        "All graphs at once", "Send ?default or ?graph=IRI."));
        return Quad.isDefaultGraph(target) ? Optional.empty() : Optional.of(target.getURI());
    }

    private void get(Exchange exchange) {
        RemotePromises.requireKept(exchange);
        var target = target(exchange);
        var format = RemoteQueries.format(exchange.parameter("format"), exchange, Format.Kind.DATA);
        lane.run(
                exchange,
                () -> {
                    try (var answer =
                                    store.get(
                                            target,
                                            RemoteQueries.accepted(format, Format.Kind.DATA),
                                            limit);
                            var _ = lane.cutting().after(limit, exchange)) {
                        RemoteQueries.send(exchange, answer, Format.Kind.DATA, format);
                    }
                    return true;
                });
    }

    private void send(Exchange exchange, String method) {
        RemotePromises.requireKept(exchange);
        var client = access.requireWriter(exchange);
        var target = target(exchange);
        permit(client, target);
        var sent = Upload.of(exchange, uploadLimit, target.orElse(Prefixes.BASE)).data();
        if (sent.listGraphNodes().hasNext())
            throw Problem.of(
                            Problem.Kind.MALFORMED_DATA,
                            "The body holds named graphs, and the request names one graph.")
                    .hint("Send one graph at a time.");
        var triples = new ByteArrayOutputStream();
        RDFDataMgr.write(triples, sent.getDefaultGraph(), Lang.NTRIPLES);
        var status =
                handOn(
                        exchange,
                        client,
                        () -> store.send(method, target, triples.toByteArray(), limit));
        exchange.status(status == 201 ? 201 : 204);
    }

    private void delete(Exchange exchange) {
        RemotePromises.requireKept(exchange);
        var client = access.requireWriter(exchange);
        var target = target(exchange);
        permit(client, target);
        handOn(
                exchange,
                client,
                () -> {
                    store.delete(target, limit);
                    return true;
                });
        exchange.status(204);
    }

    private static void permit(Principal client, Optional<String> target) {
        Writing.permit(client, target.map(NodeFactory::createURI).orElse(Quad.defaultGraphIRI));
    }
}
