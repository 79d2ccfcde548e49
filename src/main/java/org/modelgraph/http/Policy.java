package org.modelgraph.http;

import io.javalin.http.Context;

import org.modelgraph.http.pages.Assets;

import java.time.Duration;
import java.util.Set;

/**
 * What holds for every response: headers for browsers, cross-origin reading, and what is measured.
 */
final class Policy {
    private static final String STARTED = "modelgraph.started";
    private static final Set<String> READING_POSTS =
            Set.of(
                    "/sparql",
                    "/q",
                    "/mcp",
                    "/reconcile",
                    "/reconcile/en",
                    "/reconcile/zh",
                    "/api/complete",
                    "/api/lint",
                    "/api/explain",
                    "/api/labels");
    private static final Set<String> READ_PATHS_ONLY = Set.of("/update");

    private final String content;

    /**
     * A policy.
     *
     * @param basePath what every address begins with, without a slash at its end
     */
    Policy(String basePath) {
        content =
                "default-src 'none'; script-src 'self' "
                        + Assets.importMapSource(basePath)
                        + "; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                        + " manifest-src 'self'; form-action 'self'; base-uri 'none';"
                        + " frame-ancestors 'none'";
    }

    /** Sets the headers that no endpoint decides. */
    void apply(Exchange exchange) {
        var context = exchange.context();
        context.attribute(STARTED, System.nanoTime());
        context.header("Content-Security-Policy", content)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
        if (isRead(context)) {
            context.header("Access-Control-Allow-Origin", "*")
                    .header(
                            "Access-Control-Expose-Headers",
                            "Location, Link, Content-Location, Modelgraph-Warning,"
                                    + " Modelgraph-Version, Retry-After, ETag");
        }
    }

    /** Answers OPTIONS at any address, so that no route has to. */
    static void answerOptions(Exchange exchange) {
        if (!exchange.method().equals("OPTIONS")) return;
        preflight(exchange);
        allow(exchange);
        exchange.context().skipRemainingHandlers();
    }

    /** Says what can be done at an address that also takes writes (RFC 9110 §9.3.7, RFC 5789). */
    private static void allow(Exchange exchange) {
        var context = exchange.context();
        switch (context.path()) {
            case "/graphs" ->
                    context.header("Allow", "GET, HEAD, PUT, POST, PATCH, DELETE, OPTIONS")
                            .header("Accept-Patch", GraphPatch.ACCEPTED);
            case "/update" -> context.header("Allow", "POST, OPTIONS");
            case "/sparql" -> context.header("Allow", "GET, HEAD, POST, QUERY, OPTIONS");
            default -> {}
        }
    }

    static boolean isRead(Context context) {
        return switch (context.req().getMethod()) {
            case "GET", "HEAD", "OPTIONS", "QUERY" -> !READ_PATHS_ONLY.contains(context.path());
            case "POST" -> READING_POSTS.contains(context.path());
            default -> false;
        };
    }

    /** Answers a browser that asks whether it may ask. */
    private static void preflight(Exchange exchange) {
        exchange.context()
                .status(204)
                .header(
                        "Access-Control-Allow-Methods",
                        READING_POSTS.contains(exchange.context().path())
                                ? "GET, HEAD, POST, QUERY, OPTIONS"
                                : "GET, HEAD, OPTIONS")
                .header(
                        "Access-Control-Allow-Headers",
                        "Accept, Accept-Language, Authorization, Content-Type, If-None-Match,"
                                + " MCP-Protocol-Version")
                .header("Access-Control-Max-Age", "86400");
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
