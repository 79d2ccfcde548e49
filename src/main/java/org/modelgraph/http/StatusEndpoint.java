package org.modelgraph.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.apache.jena.graph.Node;
import org.modelgraph.problem.Problem;

import java.time.Duration;

/**
 * What machines ask about the server's state: {@code /health}, {@code /ready} and {@code /metrics}.
 */
final class StatusEndpoint implements Endpoint, AutoCloseable {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Site site;
    private volatile boolean stopping;

    StatusEndpoint(Site site, Admission queries) {
        this.site = site;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        Gauge.builder("modelgraph.queries.active", queries, Admission::active)
                .description("queries being answered")
                .register(registry);
        Gauge.builder("modelgraph.queries.waiting", queries, Admission::waiting)
                .description("queries waiting for a place")
                .register(registry);
    }

    @Override
    public void open(Routing routing) {
        routing.get("/health", this::health);
        routing.get("/ready", this::ready);
        routing.get("/metrics", this::metrics);
    }

    /** The process answers. */
    void health(Exchange exchange) {
        json(exchange, "{\"status\":\"up\"}");
    }

    /** A real read of the store works, so questions can be answered. */
    void ready(Exchange exchange) {
        if (stopping) throw Problem.of(Problem.Kind.NOT_READY, "The server is stopping.");
        var version =
                site.read(view -> {
                    var quads = view.dataset().find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
                    if (quads.hasNext()) quads.next();
                    return view.version().toString();
                });
        json(exchange, "{\"status\":\"ready\",\"version\":\"" + version + "\"}");
    }

    private static void json(Exchange exchange, String document) {
        exchange.context()
                .header("Cache-Control", "no-store")
                .contentType("application/json")
                .result(document);
    }

    void metrics(Exchange exchange) {
        exchange.context()
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(registry.scrape());
    }

    /** Counts a finished request. */
    void record(String route, int status, Duration duration) {
        Timer.builder("modelgraph.http.requests")
                .description("requests answered")
                .tag("route", route)
                .tag("status", String.valueOf(status))
                .register(registry)
                .record(duration);
    }

    /** From now on the server is not ready. */
    @Override
    public void close() {
        stopping = true;
    }
}
