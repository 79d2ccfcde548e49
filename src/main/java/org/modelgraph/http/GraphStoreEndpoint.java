package org.modelgraph.http;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.access.Principal;
import org.modelgraph.graph.Overlay;
import org.modelgraph.graph.View;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.AnswerWriter;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.Prefixes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The SPARQL 1.1 Graph Store HTTP Protocol at {@code /graphs}, with {@code ?default} and {@code
 * ?graph=IRI}; without either, all graphs together.
 */
final class GraphStoreEndpoint implements Endpoint {
    /** An absolute IRI, as far as a name needs it. */
    static final Pattern IRI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+");

    private final Site site;
    private final Writing writing;
    private final long uploadLimit;

    /**
     * The endpoint.
     *
     * @param uploadLimit the largest body, unpacked, in bytes
     */
    GraphStoreEndpoint(Site site, Writing writing, long uploadLimit) {
        this.site = site;
        this.writing = writing;
        this.uploadLimit = uploadLimit;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/graphs", this::get);
        routing.put("/graphs", this::put);
        routing.post("/graphs", this::post);
        routing.patch("/graphs", this::patch);
        routing.delete("/graphs", this::delete);
    }

    /** The graph that a request names; empty where it names none. */
    static Optional<Node> target(Exchange exchange) {
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
        if (!IRI.matcher(iri).matches())
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

    /** GET and HEAD (§5.2, §5.6). */
    void get(Exchange exchange) {
        var target = target(exchange);
        var format =
                Format.negotiate(
                        exchange.parameter("format"),
                        exchange.accept(),
                        target.isPresent() ? Format.Kind.DATA : Format.Kind.QUADS);
        var conditions = Preconditions.of(exchange);
        site.read(view -> {
            answer(exchange, view, target, format, conditions);
            return true;
        });
    }

    private static void answer(
            Exchange exchange,
            View view,
            Optional<Node> target,
            Format format,
            Preconditions conditions) {
        target.filter(g -> !exists(view.dataset(), g))
                .ifPresent(g -> {
                    throw missing(g);
                });
        var tag = EntityTag.of(target.map(view::changed).orElse(view.version()), format, exchange);
        var known = conditions.isNotModified(tag);
        exchange.context().header("ETag", tag.toString()).header("Cache-Control", "no-cache");
        if (known || exchange.method().equals("HEAD")) {
            exchange.vary();
            exchange.context().status(known ? 304 : 200).contentType(format.contentType());
            return;
        }
        var out = exchange.answer(format);
        try {
            if (target.isPresent()) AnswerWriter.write(copy(view, target.get()), format, out);
            else AnswerWriter.write(view.dataset(), format, out);
            out.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Graph copy(View view, Node target) {
        var copy = GraphFactory.createDefaultGraph();
        view.dataset()
                .find(target, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(q -> copy.add(q.asTriple()));
        return copy;
    }

    private static Problem missing(Node target) {
        return Problem.of(Problem.Kind.NOT_FOUND, "There is no graph <" + target + ">.");
    }

    /** PUT (§5.3). */
    void put(Exchange exchange) {
        var client = writing.require(exchange);
        var target = required(exchange);
        Writing.permit(client, target);
        var sent = triples(exchange, target);
        writing.write(
                exchange,
                client,
                Optional.of(target),
                overlay -> {
                    var existed = exists(overlay, target);
                    overlay.clear(target);
                    return added(overlay, target, sent, existed);
                });
    }

    /** POST (§5.5): adds to a graph, makes a new one, or takes quads to where they belong. */
    void post(Exchange exchange) {
        var client = writing.require(exchange);
        var target = target(exchange);
        if (target.isEmpty()) {
            postWithoutTarget(exchange, client);
            return;
        }
        Writing.permit(client, target.get());
        var sent = triples(exchange, target.get());
        writing.write(
                exchange,
                client,
                target,
                overlay -> added(overlay, target.get(), sent, exists(overlay, target.get())));
    }

    private void postWithoutTarget(Exchange exchange, Principal client) {
        var sent = Upload.of(exchange, uploadLimit, Prefixes.BASE);
        writing.write(
                exchange,
                client,
                Optional.empty(),
                overlay -> {
                    if (sent.isDump()) {
                        sent.data().find().forEachRemaining(overlay::add);
                        return Outcome.DONE;
                    }
                    var name = client.nursery() + UUID.randomUUID();
                    add(overlay, NodeFactory.createURI(name), sent.data().getDefaultGraph());
                    return Outcome.createdAt(
                            site.publicBase(exchange)
                                    + "/graphs?graph="
                                    + URLEncoder.encode(name, StandardCharsets.UTF_8));
                });
    }

    /** PATCH (§5.7). */
    void patch(Exchange exchange) {
        var client = writing.require(exchange);
        var target = target(exchange);
        target.ifPresent(g -> Writing.permit(client, g));
        var patch = GraphPatch.of(exchange, target, writing.limit(), uploadLimit);
        writing.write(
                exchange,
                client,
                target,
                overlay -> {
                    var existed = target.isEmpty() || exists(overlay, target.get());
                    patch.accept(overlay);
                    return existed || !exists(overlay, target.get())
                            ? Outcome.DONE
                            : Outcome.CREATED;
                });
    }

    /** DELETE (§5.4). */
    void delete(Exchange exchange) {
        var client = writing.require(exchange);
        var target = required(exchange);
        Writing.permit(client, target);
        writing.write(
                exchange,
                client,
                Optional.of(target),
                overlay -> {
                    if (!exists(overlay, target)) throw missing(target);
                    overlay.clear(target);
                    return Outcome.DONE;
                });
    }

    /** The default graph is always there; a named one is there as long as it holds something. */
    static boolean exists(DatasetGraph dataset, Node target) {
        return Quad.isDefaultGraph(target)
                || dataset.contains(target, Node.ANY, Node.ANY, Node.ANY);
    }

    private static Outcome added(Overlay overlay, Node target, Graph triples, boolean existed) {
        add(overlay, target, triples);
        return existed || !exists(overlay, target) ? Outcome.DONE : Outcome.CREATED;
    }

    private static void add(Overlay overlay, Node target, Graph triples) {
        triples.find()
                .forEachRemaining(
                        t -> overlay.add(target, t.getSubject(), t.getPredicate(), t.getObject()));
    }

    /** What is sent to a graph: its relative IRIs are relative to the name of the graph. */
    private Graph triples(Exchange exchange, Node target) {
        var base = Quad.isDefaultGraph(target) ? Prefixes.BASE : target.getURI();
        var sent = Upload.of(exchange, uploadLimit, base).data();
        if (sent.listGraphNodes().hasNext())
            throw Problem.of(
                            Problem.Kind.MALFORMED_DATA,
                            "The body holds named graphs, and the request names one graph.")
                    .hint("Send quads to /graphs without a graph parameter.");
        return sent.getDefaultGraph();
    }
}
