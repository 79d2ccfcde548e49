package org.modelgraph.http;

import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.SparqlRequest;

/** The query operation of the SPARQL 1.1 Protocol at {@code /sparql}. */
final class SparqlEndpoint implements Endpoint {
    private final Site site;
    private final Answering answering;
    private final Access access;
    private final Limits limits;

    SparqlEndpoint(Site site, Answering answering, Access access, Limits limits) {
        this.site = site;
        this.answering = answering;
        this.access = access;
        this.limits = limits;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/sparql", this::handle);
        routing.post("/sparql", this::handle);
        routing.query("/sparql", this::handle);
    }

    void handle(Exchange exchange) {
        var body =
                exchange.method().equals("GET") || exchange.method().equals("HEAD")
                        ? ""
                        : exchange.text();
        var request =
                SparqlRequest.of(
                        exchange.method(), exchange.parameters(), exchange.contentType(), body);
        switch (request) {
            case SparqlRequest.ServiceDescription description -> describe(exchange, description);
            case SparqlRequest.Ask ask -> answering.answer(exchange, ask);
        }
    }

    private void describe(Exchange exchange, SparqlRequest.ServiceDescription request) {
        var format = Format.negotiate(request.format(), exchange.accept(), Format.Kind.PAGE);
        if (format == Format.HTML) {
            exchange.page(200, site.pages().queryForm(site.frame(exchange), "", site.catalog()));
            return;
        }
        var description =
                ServiceDescription.of(
                        site, site.publicBase(exchange), access.mayAnyoneWrite(), limits);
        site.sendGraph(exchange, description, format);
    }
}
