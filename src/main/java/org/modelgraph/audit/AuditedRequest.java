package org.modelgraph.audit;

import org.modelgraph.graph.Version;

import java.util.Optional;
import java.util.concurrent.Callable;

/** A request whose outcome is to be written down. */
public final class AuditedRequest {
    private static final ScopedValue<AuditedRequest> CURRENT = ScopedValue.newInstance();

    private final String id;
    private final String client;
    private final String action;
    private final Optional<String> text;
    private volatile boolean recorded;

    /**
     * A request.
     *
     * @param id the name under which the log knows it
     * @param client the address that it came from
     * @param action method and address, such as {@code POST /update}
     * @param text the update or patch, where it came as text
     */
    public AuditedRequest(String id, String client, String action, Optional<String> text) {
        this.id = id;
        this.client = client;
        this.action = action;
        this.text = text;
    }

    String id() {
        return id;
    }

    String client() {
        return client;
    }

    String action() {
        return action;
    }

    Optional<String> text() {
        return text;
    }

    /** True where a line has been written for it. */
    boolean isRecorded() {
        return recorded;
    }

    void recorded() {
        recorded = true;
    }

    /** The request on whose behalf this thread works, if it works for one. */
    static Optional<AuditedRequest> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Does work on behalf of this request. */
    public Version during(Callable<Version> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }
}
