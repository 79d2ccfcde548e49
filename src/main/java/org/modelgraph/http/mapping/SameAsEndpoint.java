package org.modelgraph.http.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIs;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.SKOS;
import org.modelgraph.http.Endpoint;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Routing;
import org.modelgraph.http.Site;
import org.modelgraph.http.pages.SameAsPage;
import org.modelgraph.mapping.Equivalences;
import org.modelgraph.mapping.Link;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.Prefixes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code /sameas?iri=}: the IRIs that mean the same as one, over skos:exactMatch and owl:sameAs in
 * both directions, with the statements that make them so and those that contradict each other.
 */
public final class SameAsEndpoint implements Endpoint {
    private static final List<Form> OFFERS =
            Stream.concat(
                            Stream.of(Form.HTML, Form.JSON),
                            Format.Kind.DATA.offers().stream().map(Form::of))
                    .toList();

    private final Site site;
    private final Correspondence correspondence;

    /** An endpoint over a site. */
    public SameAsEndpoint(Site site, Correspondence correspondence) {
        this.site = site;
        this.correspondence = correspondence;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/sameas", this::same);
    }

    private record Found(
            String iri,
            Set<String> same,
            List<Link> links,
            List<Equivalences.Contradiction> contradictions) {}

    private void same(Exchange exchange) {
        var form = Form.negotiate(exchange, OFFERS);
        var asked = exchange.parameter("iri").map(String::strip).orElse("");
        if (asked.isEmpty() && !form.equals(Form.HTML))
            exchange.required("iri", "For example /sameas?iri=http://www.wikidata.org/entity/Q95");
        var found = found(asked.isEmpty() ? "" : iri(asked));
        if (form.rdf().isPresent()) site.sendGraph(exchange, graph(found), form.rdf().get());
        else if (form.equals(Form.JSON)) exchange.send("application/json", "no-cache", json(found));
        else exchange.page(200, page(exchange, found));
    }

    private static String iri(String asked) {
        var iri = Prefixes.expand(asked).orElse(asked);
        if (IRIs.check(iri) && iri.contains(":")) return iri;
        throw Problem.of(Problem.Kind.BAD_REQUEST, "'" + asked + "' is no IRI.")
                .hint("Send a whole IRI, or a short one such as model:gpt-4.");
    }

    private Found found(String iri) {
        if (iri.isEmpty()) return new Found(iri, Set.of(), List.of(), List.of());
        return correspondence.equivalences(known -> {
            var same = known.same(iri);
            return new Found(iri, same, known.between(same), known.about(same));
        });
    }

    /** The statements that are followed, and what follows from them for the IRI. */
    private static Graph graph(Found found) {
        var graph = GraphFactory.createDefaultGraph();
        found.links()
                .forEach(l ->
                        graph.add(
                                Triple.create(
                                        NodeFactory.createURI(l.from()),
                                        NodeFactory.createURI(l.predicate()),
                                        NodeFactory.createURI(l.to()))));
        found.same().stream()
                .filter(other -> !other.equals(found.iri()))
                .forEach(other ->
                        graph.add(
                                Triple.create(
                                        NodeFactory.createURI(found.iri()),
                                        SKOS.exactMatch.asNode(),
                                        NodeFactory.createURI(other))));
        return graph;
    }

    private static byte[] json(Found found) {
        var document = new LinkedHashMap<String, Object>();
        document.put("iri", found.iri());
        document.put("same", found.same());
        document.put("because", found.links().stream().map(SameAsEndpoint::members).toList());
        document.put(
                "contradictions",
                found.contradictions().stream()
                        .map(c -> {
                            var members = members(c.link());
                            members.put("wouldMerge", List.of(c.one(), c.other()));
                            return members;
                        })
                        .toList());
        try {
            return new ObjectMapper().writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> members(Link link) {
        var members = new LinkedHashMap<String, Object>();
        members.put("subject", link.from());
        members.put("predicate", link.predicate());
        members.put("object", link.to());
        return members;
    }

    private String page(Exchange exchange, Found found) {
        var frame = site.frame(exchange);
        var page =
                new SameAsPage(
                        frame,
                        site.index().names(),
                        found.iri(),
                        found.same(),
                        found.links(),
                        found.contradictions());
        return site.pages().render("sameas", frame, Map.of("page", page));
    }
}
