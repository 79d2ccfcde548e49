package org.modelgraph.http;

import io.javalin.http.Context;

import org.modelgraph.problem.Problem;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What holds for every response: headers for browsers, cross-origin reading, and what is measured.
 */
final class Policy {
    private static final String STARTED = "modelgraph.started";
    private static final Set<String> READ_PATHS_ONLY = Set.of("/update");

    private Policy() {}

    /** Sets the headers that no endpoint decides. */
    static void apply(Exchange exchange) {
        var context = exchange.context();
        context.attribute(STARTED, System.nanoTime());
        context.header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action"
                                + " 'self'; base-uri 'none'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
        if (isRead(context)) {
            context.header("Access-Control-Allow-Origin", "*")
                    .header(
                            "Access-Control-Expose-Headers",
                            "Location, Link, ETag, Content-Location, Modelgraph-Warning,"
                                    + " Modelgraph-Version, Retry-After");
        }
    }

    /** Answers OPTIONS at any address, so that no route has to. */
    static void answerOptions(Exchange exchange) {
        if (!exchange.method().equals("OPTIONS")) return;
        preflight(exchange);
        exchange.context().skipRemainingHandlers();
    }

    private static boolean isRead(Context context) {
        return switch (context.req().getMethod()) {
            case "GET", "HEAD", "OPTIONS", "QUERY" -> !READ_PATHS_ONLY.contains(context.path());
            case "POST" -> context.path().equals("/sparql");
            default -> false;
        };
    }

    /** Answers a browser that asks whether it may ask. */
    private static void preflight(Exchange exchange) {
        exchange.context()
                .status(204)
                .header(
                        "Access-Control-Allow-Methods",
                        exchange.context().path().equals("/sparql")
                                ? "GET, HEAD, POST, QUERY, OPTIONS"
                                : "GET, HEAD, OPTIONS")
                .header(
                        "Access-Control-Allow-Headers",
                        "Accept, Accept-Language, Content-Type, If-None-Match")
                .header("Access-Control-Max-Age", "86400");
    }

    /**
     * The problem of a request that no route took; empty where an endpoint has answered already.
     */
    static Optional<Problem> unmatched(Context context, Problem.Kind kind, String detail) {
        var answered =
                Optional.ofNullable(context.res().getContentType())
                        .filter(t -> t.contains("problem") || t.contains("html"))
                        .isPresent();
        return answered ? Optional.empty() : Optional.of(Problem.of(kind, detail));
    }

    /** How long this request has taken. */
    static Duration elapsed(Context context) {
        Long started = context.attribute(STARTED);
        return started == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - started);
    }

    /** The first segment of the path, as a name for measuring. */
    static String route(Context context) {
        var path = context.path();
        var end = path.indexOf('/', 1);
        var first = end < 0 ? path : path.substring(0, end);
        return context.statusCode() == 404 || context.statusCode() == 405 ? "unmatched" : first;
    }
}
