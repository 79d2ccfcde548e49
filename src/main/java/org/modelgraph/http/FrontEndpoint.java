package org.modelgraph.http;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.modelgraph.browse.Labels;
import org.modelgraph.graph.View;
import org.modelgraph.http.pages.HomeFacts;
import org.modelgraph.http.pages.Kind;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** The front page, the list of questions, and the files that pages need. */
final class FrontEndpoint {
    private static final List<String> EXAMPLES =
            List.of(
                    "model/gpt-4",
                    "limitation/hallucination",
                    "benchmark/uniform-bar-exam",
                    "technique/rlhf",
                    "disclosure/architecture-and-size");

    private final Site site;

    FrontEndpoint(Site site) {
        this.site = site;
    }

    void home(Exchange exchange) {
        var facts = site.read(view -> facts(view, exchange.language()));
        exchange.page(200, site.pages().home(site.frame(exchange), facts));
    }

    private HomeFacts facts(View view, String language) {
        var labels = new Labels(view.everything(), language);
        var counts =
                Arrays.stream(Kind.values())
                        .map(kind -> new HomeFacts.Count(kind, count(view, kind)))
                        .filter(c -> c.number() > 0)
                        .toList();
        var examples =
                EXAMPLES.stream()
                        .map(name -> Prefixes.BASE + name)
                        .filter(iri ->
                                view.dataset()
                                        .contains(
                                                Node.ANY,
                                                NodeFactory.createURI(iri),
                                                Node.ANY,
                                                Node.ANY))
                        .map(labels::of)
                        .toList();
        return new HomeFacts(
                counts,
                examples,
                Iter.count(view.dataset().find()),
                view.version().toString(),
                site.catalog());
    }

    private static long count(View view, Kind kind) {
        return kind.type()
                .map(NodeFactory::createURI)
                .map(type -> Iter.count(view.everything().find(Node.ANY, RDF.type.asNode(), type)))
                .orElse(0L);
    }

    void queries(Exchange exchange) {
        exchange.page(200, site.pages().queries(site.frame(exchange), site.catalog()));
    }

    void asset(Exchange exchange) {
        var name = exchange.context().pathParam("name");
        var type =
                switch (name.substring(name.lastIndexOf('.') + 1)) {
                    case "css" -> "text/css;charset=utf-8";
                    case "svg" -> "image/svg+xml";
                    default -> throw missing(name);
                };
        try (var in = FrontEndpoint.class.getResourceAsStream("/assets/" + name)) {
            if (in == null || !name.matches("[a-z0-9.-]+")) throw missing(name);
            exchange.context()
                    .contentType(type)
                    .header("Cache-Control", "public, max-age=3600")
                    .result(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem missing(String name) {
        return Problem.of(Problem.Kind.NOT_FOUND, "There is no file " + name + ".");
    }
}
