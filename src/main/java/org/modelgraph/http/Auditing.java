package org.modelgraph.http;

import org.modelgraph.audit.Audit;
import org.modelgraph.audit.AuditedRequest;
import org.modelgraph.graph.Attribution;
import org.modelgraph.graph.Version;
import org.modelgraph.problem.Problem;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Tells the audit which request it is about. */
final class Auditing {
    private static final String ATTRIBUTE = "modelgraph.audited";
    private static final String REQUEST_ID = "X-Request-Id";

    private final Audit audit;
    private final Clients clients;

    /**
     * Audits requests.
     *
     * @param clients knows from which address a request comes, also behind proxies
     */
    Auditing(Audit audit, Clients clients) {
        this.audit = audit;
        this.clients = clients;
    }

    private AuditedRequest request(Exchange exchange) {
        AuditedRequest begun = exchange.context().attribute(ATTRIBUTE);
        if (begun != null) return begun;
        var request =
                new AuditedRequest(
                        id(exchange),
                        clients.address(exchange),
                        exchange.method() + " " + exchange.context().path() + exchange.queryPart(),
                        exchange.readText());
        exchange.context().attribute(ATTRIBUTE, request);
        return request;
    }

    /** The name of the request, which the answer carries too. */
    private static String id(Exchange exchange) {
        var given = Optional.ofNullable(exchange.context().res().getHeader(REQUEST_ID));
        if (given.isPresent()) return given.get();
        var fresh = UUID.randomUUID().toString();
        exchange.context().header(REQUEST_ID, fresh);
        return fresh;
    }

    /** The same write, on behalf of this request. */
    Callable<Version> audited(Exchange exchange, Callable<Version> write) {
        var request = request(exchange);
        return () -> request.during(write);
    }

    /** Writes down a write that is to be handed on to another program. */
    void sending(Exchange exchange, Attribution by) {
        audit.sending(request(exchange), by);
    }

    /** Writes down a write that no commit came of. */
    void note(Exchange exchange, Attribution by, boolean repeated, Version version) {
        audit.note(request(exchange), by, repeated ? "repeated" : "unchanged", version);
    }

    /** Writes down a write that was refused, and a reader who was. */
    void refused(Exchange exchange, Problem problem) {
        var reading = Policy.isRead(exchange.context());
        var counts =
                switch (problem.kind()) {
                    case UNAUTHORIZED, FORBIDDEN, TOO_MANY_TRIES -> true;
                    default -> !reading;
                };
        if (counts)
            audit.refused(
                    request(exchange),
                    Access.client(exchange).orElse("an unknown client"),
                    problem);
    }
}
