package org.modelgraph.http;

import org.modelgraph.problem.Problem;
import org.modelgraph.replication.Replication;

import java.util.Map;
import java.util.function.Consumer;

/**
 * What administrators tell one of several servers that share a log: {@code POST /admin/promote} and
 * {@code POST /admin/renew-log}; {@code GET /admin/replication} tells where it stands.
 */
final class ReplicationEndpoint implements Endpoint {
    private final Access access;
    private final Replicas replicas;

    ReplicationEndpoint(Access access, Replicas replicas) {
        this.access = access;
        this.replicas = replicas;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/admin/replication", this::report);
        routing.post("/admin/promote", e -> command(e, Replication::promote));
        routing.post("/admin/renew-log", e -> command(e, Replication::renew));
    }

    private void report(Exchange exchange) {
        access.requireAdmin(exchange);
        CatalogEndpoint.json(exchange, replicas.report().orElse(Map.of("role", "single")));
        exchange.header("Cache-Control", "no-store");
    }

    private void command(Exchange exchange, Consumer<Replication> command) {
        access.requireAdmin(exchange);
        command.accept(
                replicas.replication()
                        .orElseThrow(() ->
                                Problem.of(
                                                Problem.Kind.UNPROCESSABLE,
                                                "This server shares no log with others.")
                                        .hint("Start it with --replication.")));
        report(exchange);
    }
}
