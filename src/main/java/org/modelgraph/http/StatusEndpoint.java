package org.modelgraph.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.modelgraph.problem.Problem;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What machines ask about the server's state: {@code /health}, {@code /ready} and {@code /metrics}.
 */
final class StatusEndpoint implements Endpoint, AutoCloseable {
    private static final Set<String> PATHS = Set.of("/health", "/ready", "/metrics");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<Map<String, Object>> readiness;
    private final Figures figures;
    private volatile boolean stopping;

    /**
     * The state of a server.
     *
     * @param readiness what there is to know of it; throws a problem where it is not ready
     */
    StatusEndpoint(Supplier<Map<String, Object>> readiness, Figures figures) {
        this.readiness = readiness;
        this.figures = figures;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/health", this::health);
        routing.get("/ready", this::ready);
        routing.get("/metrics", this::metrics);
    }

    /** The process answers. */
    void health(Exchange exchange) {
        json(exchange, Map.of("status", "up"));
    }

    /** Questions can be answered. */
    void ready(Exchange exchange) {
        requireRunning();
        json(exchange, readiness.get());
    }

    /**
     * Lets no new work begin while the server stops.
     *
     * @throws Problem of kind {@link Problem.Kind#NOT_READY} where it does, save for what tells of
     *     its state
     */
    void admit(Exchange exchange) {
        if (!PATHS.contains(exchange.context().path())) requireRunning();
    }

    private void requireRunning() {
        if (stopping) throw Problem.of(Problem.Kind.NOT_READY, "The server is stopping.");
    }

    private static void json(Exchange exchange, Map<String, Object> document) {
        try {
            exchange.context()
                    .header("Cache-Control", "no-store")
                    .contentType("application/json")
                    .result(JSON.writeValueAsBytes(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void metrics(Exchange exchange) {
        exchange.context()
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(figures.scrape());
    }

    /** From now on the server is not ready. */
    @Override
    public void close() {
        stopping = true;
    }
}
