package org.modelgraph.http;

import org.apache.jena.graph.Graph;
import org.apache.jena.irix.IRIs;
import org.modelgraph.http.pages.Addresses;
import org.modelgraph.http.pages.Kind;
import org.modelgraph.problem.Problem;
import org.modelgraph.remote.ReadAnswer;
import org.modelgraph.remote.RemoteStore;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.Prefixes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Linked data over a remote store: what it says of one thing, and what points at it, in one
 * request. Nodes without a name are followed two steps, within one graph. There are no pages: a
 * browser gets data, too.
 */
final class RemoteThings implements Endpoint {
    private final RemoteStore store;
    private final QueryLane lane;
    private final Optional<String> baseUrl;
    private final Duration limit;

    /**
     * Descriptions of things.
     *
     * @param baseUrl the address by which clients reach the server, where it is set
     */
    RemoteThings(RemoteStore store, QueryLane lane, Optional<String> baseUrl) {
        this.store = store;
        this.lane = lane;
        this.baseUrl = baseUrl;
        limit = lane.limit(Optional.empty());
    }

    @Override
    public void open(Routing routing) {
        routing.get("/id/<path>", e -> identify(e, e.part("path")));
        routing.get("/data/<path>", e -> data(e, e.part("path")));
        routing.get(
                "/describe",
                e -> show(e, e.required("iri", "For example /describe?iri=urn:example:thing")));
        for (var kind : Kind.values()) {
            var base = Prefixes.BASE + kind.segment() + "/";
            routing.get("/" + kind.segment() + "/<name>", e -> show(e, base + e.part("name")));
        }
    }

    private Addresses addresses(Exchange exchange) {
        return new Addresses("", exchange.publicBase(baseUrl));
    }

    /** A thing is no document: the answer is 303 to one about it, whether it is known or not. */
    private void identify(Exchange exchange, String path) {
        var format = negotiate(exchange);
        exchange.seeOther(addresses(exchange).data(Prefixes.BASE + path, format.extension()));
    }

    private static Format negotiate(Exchange exchange) {
        return RemoteQueries.format(exchange.parameter("format"), exchange, Format.Kind.DATA);
    }

    private void show(Exchange exchange, String iri) {
        var format = negotiate(exchange);
        exchange.header("Content-Location", addresses(exchange).data(iri, format.extension()));
        send(exchange, iri, format);
    }

    private void data(Exchange exchange, String path) {
        var address = DataAddress.of(path);
        send(exchange, address.iri(), address.format().orElseGet(() -> negotiate(exchange)));
    }

    private void send(Exchange exchange, String iri, Format format) {
        RemotePromises.requireKept(exchange);
        if (exchange.parameter("version").isPresent())
            throw RemotePromises.notKept("version", "Ask without it.");
        if (!IRIs.check(iri))
            throw Problem.of(Problem.Kind.BAD_REQUEST, "'" + iri + "' is no IRI.");
        var graph = lane.<Graph>charge(exchange, () -> lane.run(exchange, () -> description(iri)));
        if (graph.isEmpty())
            throw Problem.of(Problem.Kind.NOT_FOUND, "The store says nothing of <" + iri + ">.")
                    .hint("Ask /sparql.");
        HeldOutput.send(exchange, graph, format);
    }

    private Graph description(String iri) {
        var thing = "<" + iri + ">";
        var accepted = RemoteQueries.accepted(Format.N_TRIPLES, Format.Kind.TRIPLES);
        try (var answer = store.query(question(thing), List.of(), List.of(), accepted, limit)) {
            return ReadAnswer.graph(answer);
        } catch (RuntimeException e) {
            throw ReadAnswer.problem(e);
        }
    }

    private static String question(String thing) {
        var patterns =
                """
                { %1$s ?p ?o }
                UNION { %1$s ?p1 ?b1 . FILTER(isBlank(?b1)) ?b1 ?q1 ?r1 }
                UNION { %1$s ?p2 ?b2 . FILTER(isBlank(?b2)) ?b2 ?q2 ?c2 . FILTER(isBlank(?c2)) \
                ?c2 ?r2 ?d2 }
                UNION { ?s ?u %1$s }
                """
                        .formatted(thing);
        return "CONSTRUCT { %1$s ?p ?o . ?b1 ?q1 ?r1 . ?c2 ?r2 ?d2 . ?s ?u %1$s } WHERE { { %2$s } UNION { GRAPH ?g { %2$s } } }"
                .formatted(thing, patterns);
    }
}
