package org.modelgraph.http;

import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.modelgraph.graph.Overlay;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.UpdateText;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A change of one graph, as PATCH brings it (RFC 5789): a SPARQL update whose default graph is the
 * graph, or an RDF Patch.
 */
final class GraphPatch {
    /** What can be sent. */
    static final String ACCEPTED = "application/sparql-update, application/rdf-patch";

    private static final Pattern PLACE = Pattern.compile("\\[line: (\\d+), col: (\\d+) *] *");

    private GraphPatch() {}

    /**
     * Reads a patch.
     *
     * @param target the graph, or none where an RDF Patch names its graphs
     * @param limit how long an update may take
     * @param bytes how long a patch may be
     * @return what changes a would-be state, or fails with 422 where it would change another graph
     */
    static Consumer<Overlay> of(
            Exchange exchange, Optional<Node> target, Duration limit, long bytes) {
        var change =
                switch (exchange.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
                    case "application/sparql-update" -> update(exchange, target, limit);
                    case "application/rdf-patch" -> patch(exchange, target, bytes);
                    default -> throw unknown(exchange);
                };
        return overlay -> {
            change.accept(overlay);
            if (target.isPresent())
                overlay.touched().stream()
                        .filter(g -> !g.equals(target.get()))
                        .findFirst()
                        .ifPresent(g -> {
                            throw elsewhere(g);
                        });
        };
    }

    private static Problem unknown(Exchange exchange) {
        exchange.context().header("Accept-Patch", ACCEPTED);
        return Problem.of(
                        Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
                        "A patch can't be sent as '" + exchange.contentType() + "'.")
                .hint("Send one of " + ACCEPTED + ".");
    }

    private static Problem elsewhere(Node graph) {
        return Problem.of(
                        Problem.Kind.UNPROCESSABLE,
                        "The patch would change another graph, "
                                + (Quad.isDefaultGraph(graph)
                                        ? "the default graph."
                                        : "<" + graph + ">."))
                .hint("Leave other graphs out of it, or send an update to /update.");
    }

    private static Consumer<Overlay> update(
            Exchange exchange, Optional<Node> target, Duration limit) {
        if (target.isEmpty())
            throw Problem.of(Problem.Kind.BAD_REQUEST, "The request names no graph.")
                    .hint("Send ?default or ?graph=IRI, or send the update to /update.");
        var update = UpdateText.onto(target.get(), exchange.text());
        return overlay -> update.execute(overlay, limit);
    }

    private record Change(boolean isAddition, Quad quad) {}

    private static Consumer<Overlay> patch(Exchange exchange, Optional<Node> target, long bytes) {
        return patch(new BoundedInput(exchange.body(), bytes), target);
    }

    /**
     * Reads an RDF Patch.
     *
     * @param target the graph of what names none
     * @throws Problem 400, 413 or 422 where it can't be read, is too long or takes itself back
     */
    static Consumer<Overlay> patch(BoundedInput in, Optional<Node> target) {
        var patch = new Collected(target.orElse(Quad.defaultGraphIRI));
        try {
            new RDFPatchReaderText(in).apply(patch);
        } catch (Problem e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            in.requireWithin();
            throw malformed(e);
        }
        if (patch.takenBack)
            throw Problem.of(Problem.Kind.UNPROCESSABLE, "The patch takes itself back (TA).")
                    .hint("End its transactions with TC.");
        return overlay -> {
            for (var change : patch.changes) {
                if (change.isAddition()) overlay.add(change.quad());
                else if (overlay.contains(change.quad())) overlay.delete(change.quad());
                else throw absent(change.quad());
            }
        };
    }

    /** RFC 5789 §2.2: what the patch supposes to be there is not. */
    private static Problem absent(Quad quad) {
        return Problem.of(
                        Problem.Kind.CONFLICT,
                        "The patch deletes a statement that is not there: "
                                + NodeFmtLib.str(quad.asTriple())
                                + " .")
                .hint("Read the graph again and make the patch anew.");
    }

    private static Problem malformed(Throwable e) {
        var message =
                e instanceof RiotException && e.getMessage() != null ? e.getMessage() : "no patch";
        var place = PLACE.matcher(message);
        var problem =
                Problem.of(Problem.Kind.MALFORMED_DATA, "the body: " + place.replaceFirst(""))
                        .hint("An RDF Patch has lines such as: A <s> <p> <o> .")
                        .causedBy(e);
        return place.reset().find()
                ? problem.at(
                        new Position(
                                Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2))))
                : problem;
    }

    /** The changes of a patch, in order. */
    private static final class Collected extends RDFChangesBase {
        private final Node target;
        private final List<Change> changes = new ArrayList<>();
        private boolean takenBack;

        Collected(Node target) {
            this.target = target;
        }

        @Override
        public void add(@Nullable Node g, Node s, Node p, Node o) {
            changes.add(new Change(true, quad(g, s, p, o)));
        }

        @Override
        public void delete(@Nullable Node g, Node s, Node p, Node o) {
            changes.add(new Change(false, quad(g, s, p, o)));
        }

        @Override
        public void txnAbort() {
            takenBack = true;
        }

        private Quad quad(@Nullable Node g, Node s, Node p, Node o) {
            var quad = Quad.create(g == null ? target : g, s, p, o);
            var sound =
                    isName(quad.getGraph())
                            && isName(s)
                            && p.isURI()
                            && isName(p)
                            && (isName(o) || o.isLiteral() || o.isTripleTerm());
            if (!sound)
                throw Problem.of(Problem.Kind.MALFORMED_DATA, "the body: no RDF: " + quad)
                        .hint("Write absolute IRIs, blank nodes and literals in their places.");
            return quad;
        }

        private static boolean isName(Node node) {
            return node.isBlank()
                    || (node.isURI() && GraphStoreEndpoint.IRI.matcher(node.getURI()).matches());
        }
    }
}
