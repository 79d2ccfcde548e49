package org.modelgraph.http.mapping;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.browse.Index;
import org.modelgraph.http.Endpoint;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Routing;
import org.modelgraph.http.Site;
import org.modelgraph.http.pages.MappingsPage;
import org.modelgraph.mapping.Mapping;
import org.modelgraph.mapping.Mappings;
import org.modelgraph.mapping.SssomTable;
import org.modelgraph.sparql.Format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code /mappings}: which terms of ours correspond to terms of others, with the reason of each
 * mapping; a page, SSSOM/TSV or RDF. {@code vocabulary}, {@code predicate} and {@code iri} narrow.
 */
public final class MappingsEndpoint implements Endpoint {
    private static final List<Form> OFFERS =
            Stream.concat(
                            Stream.of(Form.HTML, Form.SSSOM),
                            Format.Kind.DATA.offers().stream().map(Form::of))
                    .toList();

    private final Site site;
    private final Correspondence correspondence;

    /** An endpoint over a site. */
    public MappingsEndpoint(Site site, Correspondence correspondence) {
        this.site = site;
        this.correspondence = correspondence;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/mappings", this::mappings);
    }

    private void mappings(Exchange exchange) {
        var form = Form.negotiate(exchange, OFFERS);
        var wanted =
                new Mappings.Wanted(
                        exchange.parameter("vocabulary").filter(v -> !v.isEmpty()),
                        exchange.parameter("predicate").filter(p -> !p.isEmpty()),
                        exchange.parameter("iri").filter(i -> !i.isEmpty()));
        if (form.rdf().isPresent()) site.sendGraph(exchange, graph(wanted), form.rdf().get());
        else if (form.equals(Form.SSSOM))
            exchange.send(
                    "text/tab-separated-values;charset=utf-8",
                    "no-cache",
                    table(exchange, wanted).getBytes(StandardCharsets.UTF_8));
        else exchange.page(200, page(exchange, wanted));
    }

    private Graph graph(Mappings.Wanted wanted) {
        return correspondence.mappings((view, mappings) -> {
            var everything = view.everything();
            var graph = GraphFactory.createDefaultGraph();
            for (var mapping : mappings.find(wanted)) {
                everything
                        .find(NodeFactory.createURI(mapping.iri()), Node.ANY, Node.ANY)
                        .forEachRemaining(graph::add);
                graph.add(plain(mapping));
            }
            return graph;
        });
    }

    private static Triple plain(Mapping mapping) {
        return Triple.create(
                NodeFactory.createURI(mapping.subject()),
                NodeFactory.createURI(mapping.predicate()),
                NodeFactory.createURI(mapping.object()));
    }

    private String table(Exchange exchange, Mappings.Wanted wanted) {
        return correspondence.mappings((view, mappings) -> {
            var index = site.index(view);
            return new SssomTable(mappings, iri -> label(index, iri))
                    .text(
                            site.publicBase(exchange) + "/mappings",
                            "Mappings of modelgraph",
                            mappings.find(wanted));
        });
    }

    private static String label(Index index, String iri) {
        return index.names().knows(iri) ? index.names().of(iri, "en").label() : "";
    }

    private String page(Exchange exchange, Mappings.Wanted wanted) {
        var frame = site.frame(exchange);
        var asked = exchange.parameter("page").filter(p -> p.matches("\\d{1,6}"));
        var number = asked.map(Integer::valueOf).orElse(1);
        var page =
                correspondence.mappings((view, mappings) ->
                        MappingsPage.of(frame, site.index(view).names(), mappings, wanted, number));
        return site.pages().render("mappings", frame, Map.of("page", page));
    }
}
