package org.modelgraph.http;

import org.modelgraph.sparql.UpdateText;

import java.util.Optional;

/** The update operation of the SPARQL 1.1 Protocol at {@code /update}. */
final class UpdateEndpoint implements Endpoint {
    private final Site site;
    private final Writing writing;

    UpdateEndpoint(Site site, Writing writing) {
        this.site = site;
        this.writing = writing;
    }

    @Override
    public void open(Routing routing) {
        routing.post("/update", this::handle);
    }

    void handle(Exchange exchange) {
        var client = writing.require(exchange);
        var federation = site.federation();
        var update =
                UpdateText.of(
                        exchange.parameters(), exchange.contentType(), exchange.text(), federation);
        var loading = Loading.of(update, federation.loader());
        loading.warnings().forEach(w -> Headers.warn(exchange, w));
        writing.write(
                exchange,
                client,
                Optional.empty(),
                overlay -> {
                    update.execute(overlay, writing.limit(), loading.graphs());
                    return Outcome.DONE;
                });
    }
}
