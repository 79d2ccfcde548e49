package org.modelgraph.http.browse;

import org.modelgraph.browse.Thing;
import org.modelgraph.catalog.Asking;
import org.modelgraph.graph.View;
import org.modelgraph.http.Endpoint;
import org.modelgraph.http.EntityTag;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Routing;
import org.modelgraph.http.Site;
import org.modelgraph.http.pages.panel.Form;
import org.modelgraph.http.pages.panel.Layout;
import org.modelgraph.http.pages.panel.Slot;
import org.modelgraph.sparql.Prefixes;

import java.util.Optional;

/**
 * Panels alone, at {@code /embed/} and the id of their question, to be shown in frames of other
 * sites; no other address can be framed.
 */
public final class EmbedEndpoint implements Endpoint {
    private final Site site;
    private final PanelReader panels;

    /** An endpoint over a site. */
    public EmbedEndpoint(Site site, PanelReader panels) {
        this.site = site;
        this.panels = panels;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/embed/<id>", e -> embed(e, e.part("id")));
    }

    private void embed(Exchange exchange, String id) {
        var asking = Asking.of(site.catalog().get(id), exchange.parameters());
        site.read(view -> send(exchange, view, asking));
    }

    private boolean send(Exchange exchange, View view, Asking asking) {
        var tag =
                EntityTag.of(
                        exchange,
                        view.version(),
                        "embed",
                        asking.text(),
                        exchange.language(),
                        site.start());
        allowFrames(exchange);
        if (tag.settles(exchange)) return false;
        var id = asking.question().id();
        var slot = Layout.slotOf(id).orElse(new Slot(id, "", Form.TABLE, 12, true));
        var frame = site.frame(exchange);
        var subject =
                Optional.ofNullable(asking.given().get(slot.parameter()))
                        .map(values -> thing(view, exchange, values.getFirst()));
        panels.read(view, frame, subject, slot.columns(12), asking.given())
                .ifPresent(panel -> exchange.page(200, site.pages().embedded(frame, panel)));
        return true;
    }

    private Thing thing(View view, Exchange exchange, String name) {
        var iri = Prefixes.expand(name).orElse(name);
        return site.index(view).names().of(iri, exchange.language());
    }

    private static void allowFrames(Exchange exchange) {
        exchange.contentPolicy(
                exchange.contentPolicy().replace("frame-ancestors 'none'", "frame-ancestors *"));
    }
}
