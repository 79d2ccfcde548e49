package org.modelgraph.http;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.modelgraph.browse.Describer;
import org.modelgraph.browse.Surroundings;
import org.modelgraph.graph.View;
import org.modelgraph.http.browse.PanelReader;
import org.modelgraph.http.pages.Addresses;
import org.modelgraph.http.pages.Kind;
import org.modelgraph.http.pages.LeaderboardPanel;
import org.modelgraph.http.pages.Signposts;
import org.modelgraph.http.pages.panel.Layout;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.Prefixes;

import java.util.List;

/**
 * Linked data: every IRI of the graph leads to a page for people and to data in every RDF syntax.
 * An IRI {@code https://w3id.org/modelgraph/model/gpt-4} is asked for at {@code /id/model/gpt-4},
 * has its page at {@code /model/gpt-4} and its data at {@code /data/model/gpt-4.ttl}.
 */
final class ThingEndpoint implements Endpoint {
    private final Site site;
    private final PanelReader panels;

    ThingEndpoint(Site site, PanelReader panels) {
        this.site = site;
        this.panels = panels;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/id/<path>", e -> identify(e, e.context().pathParam("path")));
        routing.get("/data/<path>", e -> data(e, e.context().pathParam("path")));
        routing.get("/describe", this::describe);
        for (var kind : Kind.values()) {
            var segment = kind.segment();
            if (kind != Kind.DATASET) routing.get("/" + segment, e -> page(e, segment));
            routing.get(
                    "/" + segment + "/<name>",
                    e -> page(e, segment + "/" + e.context().pathParam("name")));
        }
    }

    /** {@code /id/…}: a thing is no document, so the answer is 303 to one about it. */
    void identify(Exchange exchange, String path) {
        var iri = Prefixes.BASE + path;
        requireKnown(iri);
        var format = negotiate(exchange);
        exchange.seeOther(
                format == Format.HTML
                        ? withLanguage(exchange, site.addresses(exchange).page(iri))
                        : site.addresses(exchange).data(iri, format.extension()));
    }

    private static String withLanguage(Exchange exchange, String address) {
        return exchange.parameter("lang")
                .map(l -> Addresses.with(address, "lang=" + l))
                .orElse(address);
    }

    /** {@code /model/gpt-4}: the page, or data for a client that prefers it. */
    void page(Exchange exchange, String path) {
        show(exchange, Prefixes.BASE + path);
    }

    /** {@code /describe?iri=…}: what the graph says of an IRI that is not ours. */
    void describe(Exchange exchange) {
        var iri =
                exchange.required(
                        "iri", "For example" + " /describe?iri=https://w3id.org/airo%23Risk");
        show(exchange, iri);
    }

    private void show(Exchange exchange, String iri) {
        var format = negotiate(exchange);
        if (format == Format.HTML) sendPage(exchange, iri);
        else {
            exchange.context()
                    .header(
                            "Content-Location",
                            site.addresses(exchange).data(iri, format.extension()));
            sendData(exchange, iri, format);
        }
    }

    private static Format negotiate(Exchange exchange) {
        return Format.negotiate(exchange.parameter("format"), exchange.accept(), Format.Kind.PAGE);
    }

    private void sendPage(Exchange exchange, String iri) {
        site.read(view -> sendPage(exchange, view, iri));
    }

    private boolean sendPage(Exchange exchange, View view, String iri) {
        exchange.context().header("Link", Signposts.of(site.addresses(exchange), iri));
        if (exchange.parameter("version").isEmpty() && !isKnown(view, iri)) throw unknown(iri);
        var tag =
                EntityTag.of(
                        exchange,
                        view.version(),
                        iri,
                        exchange.parameters(),
                        exchange.language(),
                        site.start());
        if (tag.settles(exchange)) return false;
        var description =
                describer(view, exchange, iri)
                        .describe(iri, place(exchange))
                        .orElseThrow(() -> unknown(iri));
        var frame = site.frame(exchange);
        var index = site.index(view);
        var board = index.leaderboard(iri).map(b -> LeaderboardPanel.of(frame, index.names(), b));
        var slots = Kind.of(iri).map(Layout::of).orElse(List.of());
        var parts = panels.read(view, frame, description.thing(), slots);
        exchange.page(200, site.pages().thing(frame, description, board, parts));
        return true;
    }

    private static Describer.Place place(Exchange exchange) {
        return new Describer.Place(
                exchange.parameter("in").orElse(""),
                exchange.parameter("page").map(ThingEndpoint::number).orElse(1));
    }

    private Describer describer(View view, Exchange exchange, String iri) {
        return new Describer(
                site.asked(exchange, view, iri), site.index(view).names(), exchange.language());
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Math.max(1, Integer.parseInt(text)) : 1;
    }

    /**
     * {@code /data/model/gpt-4.ttl}: the data in the syntax of the ending, or by Accept without
     * one.
     */
    void data(Exchange exchange, String path) {
        var address = DataAddress.of(path);
        var format =
                address.format()
                        .orElseGet(() ->
                                Format.negotiate(
                                        exchange.parameter("format"),
                                        exchange.accept(),
                                        Format.Kind.DATA));
        sendData(exchange, address.iri(), format);
    }

    private void sendData(Exchange exchange, String iri, Format format) {
        var node = NodeFactory.createURI(iri);
        var graph =
                site.read(view ->
                        Surroundings.of(site.asked(exchange, view, iri).everything(), node));
        if (graph.isEmpty()) throw unknown(iri);
        site.sendGraph(exchange, graph, format);
    }

    private void requireKnown(String iri) {
        if (!site.read(view -> isKnown(view, iri))) throw unknown(iri);
    }

    private static boolean isKnown(View view, String iri) {
        var node = NodeFactory.createURI(iri);
        return view.dataset().contains(Node.ANY, node, Node.ANY, Node.ANY)
                || view.dataset().contains(Node.ANY, Node.ANY, Node.ANY, node)
                || view.dataset().contains(node, Node.ANY, Node.ANY, Node.ANY);
    }

    private Problem unknown(String iri) {
        var meant =
                site.index()
                        .nearest(iri)
                        .map(near ->
                                "Did you mean /" + near.substring(Prefixes.BASE.length()) + "? ")
                        .orElse("");
        return Problem.of(Problem.Kind.NOT_FOUND, "The graph says nothing of <" + iri + ">.")
                .hint(meant + "Look for it by name at /search, or ask /sparql.");
    }
}
