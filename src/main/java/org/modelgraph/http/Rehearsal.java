package org.modelgraph.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.jena.graph.Graph;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.sparql.core.Quad;
import org.modelgraph.graph.Change;
import org.modelgraph.graph.Iris;
import org.modelgraph.graph.ShapeReport;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.AnswerWriter;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.Negotiation;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer to a write that was only tried: {@code ?validate=only}. */
final class Rehearsal {
    private static final String PARAMETER = "validate";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Rehearsal() {}

    /**
     * True where the client wants its write tried and not done.
     *
     * @throws Problem where it says so in a way that is not understood
     */
    static boolean isWanted(Exchange exchange) {
        var wanted = exchange.parameter(PARAMETER);
        if (wanted.isPresent() && !wanted.get().equals("only"))
            throw Problem.of(
                            Problem.Kind.BAD_REQUEST,
                            PARAMETER + "=" + wanted.get() + " is not understood.")
                    .hint("Send validate=only to try a write without doing it.");
        return wanted.isPresent();
    }

    /** Tells what the write would change, and what the shapes say of it, as JSON or as RDF. */
    static void answer(Exchange exchange, Change change, Optional<ShapeReport> remarks) {
        var format = rdf(exchange);
        exchange.vary();
        exchange.context().header("Cache-Control", "no-store").status(200);
        if (format.isPresent())
            send(
                    exchange,
                    remarks.map(ShapeReport::graph).orElseGet(Rehearsal::clean),
                    format.get());
        else exchange.context().contentType("application/json").result(document(change, remarks));
    }

    private static Graph clean() {
        return ValidationReport.reportConformsTrue().getGraph();
    }

    /** The RDF format that a client prefers to JSON, if it does. */
    static Optional<Format> rdf(Exchange exchange) {
        List<Optional<Format>> offers = new ArrayList<>();
        offers.add(Optional.empty());
        Format.Kind.DATA.offers().forEach(f -> offers.add(Optional.of(f)));
        return Negotiation.of(exchange.accept())
                .choose(
                        offers,
                        offer ->
                                offer.map(f -> List.of(f.mediaType()))
                                        .orElse(
                                                List.of(
                                                        "application/problem+json",
                                                        "application/json")))
                .orElse(Optional.empty());
    }

    /** Sends a small graph with the status that is set. */
    static void send(Exchange exchange, Graph graph, Format format) {
        var out = new ByteArrayOutputStream();
        AnswerWriter.write(graph, format, out);
        exchange.context().contentType(format.contentType()).result(out.toByteArray());
    }

    private static byte[] document(Change change, Optional<ShapeReport> remarks) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("added", own(change.added()));
        counts.put("removed", own(change.removed()));
        counts.put("derived-added", change.added().size() - own(change.added()));
        counts.put("derived-removed", change.removed().size() - own(change.removed()));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("conforms", remarks.map(ShapeReport::conforms).orElse(true));
        members.put("version", change.before().toString());
        members.put("changes", counts);
        remarks.ifPresent(report -> members.putAll(report.members()));
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int own(Collection<Quad> quads) {
        return (int) quads.stream().filter(q -> !q.getGraph().equals(Iris.DERIVED)).count();
    }
}
