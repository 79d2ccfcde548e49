package org.modelgraph.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/** The table of addresses, in which each {@link Endpoint} enters its own. */
public final class Routing {
    private final RoutesConfig routes;

    Routing(RoutesConfig routes) {
        this.routes = routes;
    }

    /** What answers a request. */
    @FunctionalInterface
    public interface Answering {
        void answer(Exchange exchange);
    }

    /** Answers GET and HEAD; {@code {name}} in a path is one segment, {@code <name>} several. */
    public void get(String path, Answering answering) {
        routes.get(path, on(answering));
        routes.head(path, on(answering));
    }

    /** Answers POST. */
    public void post(String path, Answering answering) {
        routes.post(path, on(answering));
    }

    /** Answers PUT. */
    public void put(String path, Answering answering) {
        routes.put(path, on(answering));
    }

    /** Answers PATCH (RFC 5789). */
    public void patch(String path, Answering answering) {
        routes.patch(path, on(answering));
    }

    /** Answers DELETE. */
    public void delete(String path, Answering answering) {
        routes.delete(path, on(answering));
    }

    /** Answers QUERY, which asks like GET and carries a body like POST. */
    public void query(String path, Answering answering) {
        routes.query(path, on(answering));
    }

    private static Handler on(Answering answering) {
        return context -> answering.answer(new Exchange(context));
    }
}
