package org.modelgraph.http;

import org.modelgraph.Settings;
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

    RemoteStatus(Settings settings, RemoteStore store, Probe probe) {
        this.settings = settings;
        this.store = store;
        this.probe = probe;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/limits", this::limits);
    }

    /**
     * What there is to know where the remote store answers.
     *
     * @throws org.modelgraph.problem.Problem where it does not
     */
    Map<String, Object> check() {
        store.query("ASK {}", List.of(), List.of(), "application/sparql-results+json", PATIENCE)
                .close();
        return Map.of("status", "ready", "store", "remote");
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
        CatalogEndpoint.json(exchange, limits);
        exchange.header("Cache-Control", "no-store");
    }
}
