package org.modelgraph.http;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.access.Principal;
import org.modelgraph.graph.Overlay;
import org.modelgraph.graph.Parsing;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.AnswerWriter;
import org.modelgraph.sparql.Format;

import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The SPARQL 1.1 Graph Store HTTP Protocol at {@code /graphs}, with {@code ?default} and {@code
 * ?graph=IRI}.
 */
final class GraphStoreEndpoint {
    private final Site site;
    private final Writing writing;

    GraphStoreEndpoint(Site site, Writing writing) {
        this.site = site;
        this.writing = writing;
    }

    /** The graph that a request names; empty where it names none. */
    private static Optional<Node> target(Exchange exchange) {
        var parameters = exchange.parameters();
        var isDefault = parameters.stream().anyMatch(p -> p.name().equals("default"));
        var named = parameters.stream().filter(p -> p.name().equals("graph")).toList();
        if (named.size() > 1 || (isDefault && !named.isEmpty()))
            throw Problem.of(Problem.Kind.BAD_REQUEST, "The request names more than one graph.")
                    .hint("Send either ?default or one ?graph=IRI.");
        if (isDefault) return Optional.of(Quad.defaultGraphIRI);
        return named.stream().findFirst().map(p -> name(p.value()));
    }

    private static Node name(String iri) {
        if (!iri.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+"))
            throw Problem.of(Problem.Kind.BAD_REQUEST, "'" + iri + "' is no absolute IRI.")
                    .hint("For example ?graph=https://example.org/my-graph");
        return NodeFactory.createURI(iri);
    }

    private static Node required(Exchange exchange) {
        return target(exchange)
                .orElseThrow(() ->
                        Problem.of(Problem.Kind.BAD_REQUEST, "The request names no graph.")
                                .hint("Send ?default or ?graph=IRI."));
    }

    /** GET and HEAD. */
    void get(Exchange exchange) {
        var target = target(exchange);
        var format =
                Format.negotiate(
                        exchange.parameter("format"),
                        exchange.accept(),
                        target.isPresent() ? Format.Kind.DATA : Format.Kind.QUADS);
        var out = exchange.answer(format);
        site.read(view -> {
            try {
                if (target.isPresent())
                    AnswerWriter.write(existing(view.dataset(), target.get()), format, out);
                else AnswerWriter.write(view.dataset(), format, out);
                out.finish();
                return true;
            } catch (java.io.IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Graph existing(DatasetGraph dataset, Node target) {
        var copy = GraphFactory.createDefaultGraph();
        dataset.find(target, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(q -> copy.add(q.asTriple()));
        if (copy.isEmpty() && !Quad.isDefaultGraph(target)) throw missing(target);
        return copy;
    }

    private static Problem missing(Node target) {
        return Problem.of(Problem.Kind.NOT_FOUND, "There is no graph <" + target + ">.");
    }

    void put(Exchange exchange) {
        var client = writing.require(exchange);
        var target = required(exchange);
        Writing.permit(client, target);
        var sent = triples(exchange);
        var existed = new boolean[1];
        writing.write(
                exchange,
                client,
                overlay -> {
                    existed[0] = exists(overlay, target);
                    overlay.clear(target);
                    add(overlay, target, sent);
                });
        exchange.context().status(existed[0] ? 204 : 201);
    }

    void post(Exchange exchange) {
        var client = writing.require(exchange);
        var target = target(exchange);
        if (target.isEmpty()) {
            postQuads(exchange, client);
            return;
        }
        Writing.permit(client, target.get());
        var sent = triples(exchange);
        var existed = new boolean[1];
        writing.write(
                exchange,
                client,
                overlay -> {
                    existed[0] = exists(overlay, target.get());
                    add(overlay, target.get(), sent);
                });
        exchange.context().status(existed[0] ? 204 : 201);
    }

    private void postQuads(Exchange exchange, Principal client) {
        var sent = parse(exchange);
        writing.write(exchange, client, overlay -> sent.find().forEachRemaining(overlay::add));
        exchange.context().status(204);
    }

    void delete(Exchange exchange) {
        var client = writing.require(exchange);
        var target = required(exchange);
        Writing.permit(client, target);
        writing.write(
                exchange,
                client,
                overlay -> {
                    if (!exists(overlay, target)) throw missing(target);
                    overlay.clear(target);
                });
        exchange.context().status(204);
    }

    private static boolean exists(Overlay overlay, Node target) {
        return Quad.isDefaultGraph(target)
                || overlay.contains(target, Node.ANY, Node.ANY, Node.ANY);
    }

    private static void add(Overlay overlay, Node target, Graph triples) {
        triples.find()
                .forEachRemaining(
                        t -> overlay.add(target, t.getSubject(), t.getPredicate(), t.getObject()));
    }

    private static Graph triples(Exchange exchange) {
        var sent = parse(exchange);
        if (sent.listGraphNodes().hasNext())
            throw Problem.of(
                            Problem.Kind.MALFORMED_DATA,
                            "The body holds named graphs, and the request names one graph.")
                    .hint("Send quads to /graphs without a graph parameter.");
        return sent.getDefaultGraph();
    }

    private static DatasetGraph parse(Exchange exchange) {
        var lang =
                Format.ofUpload(exchange.contentType())
                        .filter(l -> RDFLanguages.isTriples(l) || RDFLanguages.isQuads(l))
                        .orElseThrow(() ->
                                Problem.of(
                                                Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
                                                "The body can't be read as '"
                                                        + exchange.contentType()
                                                        + "'.")
                                        .hint(
                                                "Send text/turtle, application/trig,"
                                                    + " application/n-triples, application/n-quads,"
                                                    + " application/ld+json or"
                                                    + " application/rdf+xml."));
        var dataset = DatasetGraphFactory.createGeneral();
        Parsing.parse(
                "the body",
                exchange.body(),
                lang,
                Parsing.Warnings.IGNORED,
                StreamRDFLib.dataset(dataset));
        return dataset;
    }
}
