package org.modelgraph.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.javalin.http.Context;

import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.Negotiation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes every problem, in the one shape there is: a problem document (RFC 9457), or a page for a
 * browser.
 */
final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RETRY_SECONDS = "5";

    private final Optional<Site> site;

    /**
     * Problems of a server.
     *
     * @param site whose pages show them to browsers; empty where a server has no pages
     */
    Problems(Optional<Site> site) {
        this.site = site;
    }

    /** Tells the client what went wrong; nothing has been sent before. */
    void write(Exchange exchange, Problem problem) {
        if (problem.kind() == Problem.Kind.INTERNAL)
            log.error("{} {}", exchange.method(), exchange.context().path(), problem);
        var context = exchange.context();
        advise(context, problem);
        var proof = problem.evidence();
        var data = proof.flatMap(_ -> Rehearsal.rdf(exchange));
        if (proof.isPresent() && data.isPresent() && !wantsPage(exchange)) {
            exchange.vary();
            context.status(problem.kind().status());
            Rehearsal.send(exchange, proof.get().graph(), data.get());
        } else if (site.isPresent() && wantsPage(exchange)) {
            exchange.page(
                    problem.kind().status(),
                    site.get()
                            .pages()
                            .problem(site.get().frame(exchange), problem, queryOf(exchange)));
        } else {
            exchange.vary();
            context.status(problem.kind().status())
                    .contentType("application/problem+json")
                    .result(document(problem));
        }
    }

    /** Says when to try again, where that helps, and that nobody is to keep this. */
    static void advise(Context context, Problem problem) {
        switch (problem.kind()) {
            case BUSY, NOT_READY, TIMEOUT, BEHIND, UNKNOWN_OUTCOME, BAD_GATEWAY, GATEWAY_TIMEOUT ->
                    context.header("Retry-After", RETRY_SECONDS);
            default -> {}
        }
        context.header("Cache-Control", "no-store");
    }

    /** The query that went wrong, so that it can be mended on the page. */
    private static Optional<String> queryOf(Exchange exchange) {
        if (!exchange.context().path().equals("/sparql")) return Optional.empty();
        try {
            return exchange.parameter("query");
        } catch (Problem unreadable) {
            return Optional.empty();
        }
    }

    private static boolean wantsPage(Exchange exchange) {
        return Negotiation.of(exchange.accept())
                .choose(
                        java.util.List.of("json", "html"),
                        o ->
                                o.equals("html")
                                        ? java.util.List.of(Format.HTML.mediaType())
                                        : java.util.List.of(
                                                "application/problem+json", "application/json"))
                .filter("html"::equals)
                .isPresent();
    }

    /** The problem as a document. */
    static byte[] document(Problem problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "https://w3id.org/modelgraph/problem/" + problem.kind().slug());
        members.put("title", problem.kind().title());
        members.put("status", problem.kind().status());
        members.put("detail", problem.detail());
        problem.position()
                .ifPresent(position -> {
                    members.put("line", position.line());
                    members.put("column", position.column());
                });
        problem.hint().ifPresent(hint -> members.put("hint", hint));
        problem.evidence().ifPresent(proof -> members.putAll(proof.members()));
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
