package org.modelgraph.http;

import org.modelgraph.http.pages.StatusPage;
import org.modelgraph.maintenance.Maintenance;
import org.modelgraph.replication.Replication;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /status}: how the server and its store are, for people and as JSON. */
final class StatusPageEndpoint implements Endpoint {
    private static final List<ChangesFormat> OFFERS =
            List.of(ChangesFormat.HTML, ChangesFormat.JSON);

    private final Site site;
    private final Maintenance maintenance;
    private final List<Admission> lanes;
    private final boolean isWritable;
    private final Replicas replicas;
    private final Instant started = Instant.now();

    StatusPageEndpoint(
            Site site,
            Maintenance maintenance,
            List<Admission> lanes,
            boolean isWritable,
            Replicas replicas) {
        this.site = site;
        this.maintenance = maintenance;
        this.lanes = lanes;
        this.isWritable = isWritable;
        this.replicas = replicas;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/status", this::status);
    }

    private void status(Exchange exchange) {
        var format = ChangesFormat.negotiate(exchange, OFFERS);
        var page = page(exchange);
        if (format == ChangesFormat.JSON) CatalogEndpoint.json(exchange, document(page));
        else exchange.page(200, site.pages().render("status", page.frame(), Map.of("page", page)));
    }

    private StatusPage page(Exchange exchange) {
        var index = site.index();
        return new StatusPage(
                site.frame(exchange),
                new StatusPage.Store(
                        index.version().toString(),
                        index.triples(),
                        maintenance.size().real(),
                        maintenance.guard().free(),
                        writes(),
                        maintenance.compactedAt(),
                        maintenance.newestBackup().map(b -> b.at())),
                replicas.replication().map(Replication::standing),
                lanes.stream()
                        .map(l ->
                                new StatusPage.Lane(
                                        l.name(), l.parallel(), l.active(), l.waiting()))
                        .toList(),
                started);
    }

    private String writes() {
        if (!isWritable) return "off";
        return maintenance.guard().isShort() ? "refused" : "possible";
    }

    private static Map<String, Object> document(StatusPage page) {
        var store = page.store();
        var document = new LinkedHashMap<String, Object>();
        document.put("version", store.version());
        document.put("triples", store.triples());
        document.put("storeBytes", store.bytes());
        document.put("freeBytes", store.free());
        document.put("writes", store.writes());
        store.compacted().ifPresent(at -> document.put("compacted", at.toString()));
        store.backup().ifPresent(at -> document.put("backup", at.toString()));
        page.standing().map(Replicas::told).ifPresent(s -> document.put("replication", s));
        document.put("started", page.started().toString());
        document.put("lanes", page.lanes());
        return document;
    }
}
