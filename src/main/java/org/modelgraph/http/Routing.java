package org.modelgraph.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The table of addresses, in which each {@link Endpoint} enters its own. */
public final class Routing {
    private final RoutesConfig routes;
    private final Set<String> entered = new TreeSet<>();

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
        entered.add("GET " + path);
        routes.get(path, on(answering));
        routes.head(path, on(answering));
    }

    /** Answers POST. */
    public void post(String path, Answering answering) {
        entered.add("POST " + path);
        routes.post(path, on(answering));
    }

    /** Answers PUT. */
    public void put(String path, Answering answering) {
        entered.add("PUT " + path);
        routes.put(path, on(answering));
    }

    /** Answers PATCH (RFC 5789). */
    public void patch(String path, Answering answering) {
        entered.add("PATCH " + path);
        routes.patch(path, on(answering));
    }

    /** Answers DELETE. */
    public void delete(String path, Answering answering) {
        entered.add("DELETE " + path);
        routes.delete(path, on(answering));
    }

    /** Answers QUERY, which asks like GET and carries a body like POST. */
    public void query(String path, Answering answering) {
        entered.add("QUERY " + path);
        routes.query(path, on(answering));
    }

    /** What was entered: method and path, such as {@code GET /sparql}. */
    Set<String> entered() {
        return Collections.unmodifiableSet(entered);
    }

    private static Handler on(Answering answering) {
        return context -> answering.answer(new Exchange(context));
    }
}
