package org.modelgraph.http;

import org.modelgraph.Settings;
import org.modelgraph.problem.Problem;
import org.modelgraph.remote.Probe;
import org.modelgraph.remote.RemoteStore;
import org.modelgraph.sparql.Allowed;
import org.modelgraph.sparql.Complexity;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a server over a remote store says of itself. */
final class RemoteStatus implements Endpoint {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Settings settings;
    private final RemoteStore store;
    private final Probe probe;
    private final Figures figures;
    private volatile boolean stopping;

    RemoteStatus(Settings settings, RemoteStore store, Probe probe, Figures figures) {
        this.settings = settings;
        this.store = store;
        this.probe = probe;
        this.figures = figures;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/health", e -> json(e, Map.of("status", "up")));
        routing.get("/ready", this::ready);
        routing.get("/limits", this::limits);
        routing.get("/metrics", this::metrics);
    }

    private static void json(Exchange exchange, Map<String, ?> document) {
        CatalogEndpoint.json(exchange, document);
        exchange.header("Cache-Control", "no-store");
    }

    private void metrics(Exchange exchange) {
        exchange.context()
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(figures.scrape());
    }

    /** The remote store answers. */
    private void ready(Exchange exchange) {
        if (stopping) throw Problem.of(Problem.Kind.NOT_READY, "The server is stopping.");
        store.query("ASK {}", List.of(), List.of(), "application/sparql-results+json", PATIENCE)
                .close();
        json(exchange, Map.of("status", "ready", "store", "remote"));
    }

    private void limits(Exchange exchange) {
        var limits = new LinkedHashMap<String, Object>();
        limits.put("store", "remote");
        limits.put("weaker", RemotePromises.table());
        limits.put("features", probe.features());
        limits.put("queryBytes", Complexity.QUERY.bytes());
        limits.put("updateBytes", Complexity.UPDATE.bytes());
        limits.put("triplePatterns", Complexity.QUERY.patterns());
        limits.put("algebraDepth", Complexity.QUERY.depth());
        limits.put("querySeconds", settings.queryTimeout().toMillis() / 1000.0);
        limits.put("uploadBytes", settings.uploadLimit());
        limits.put("service", false);
        limits.put("load", false);
        limits.put("extensionFunctions", Allowed.functions().stream().sorted().toList());
        json(exchange, limits);
    }

    void stop() {
        stopping = true;
    }
}
