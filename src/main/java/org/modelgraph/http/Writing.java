package org.modelgraph.http;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.modelgraph.access.Principal;
import org.modelgraph.graph.Attribution;
import org.modelgraph.graph.Iris;
import org.modelgraph.graph.Overlay;
import org.modelgraph.graph.ShapeGuard;
import org.modelgraph.graph.ShapeReport;
import org.modelgraph.graph.Version;
import org.modelgraph.maintenance.DiskGuard;
import org.modelgraph.problem.Problem;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Who may write, and to which graphs. */
final class Writing {
    private final Site site;
    private final Admission lane;
    private final Access access;
    private final Auditing auditing;
    private final Duration limit;
    private final DiskGuard guard;
    private final Replicas replicas;

    /**
     * The rules of writing.
     *
     * @param limit how long one write may take
     * @param guard refuses all writes while the disk is nearly full
     * @param replicas refuses all writes of a server that follows another
     */
    Writing(
            Site site,
            Admission lane,
            Access access,
            Auditing auditing,
            Duration limit,
            DiskGuard guard,
            Replicas replicas) {
        this.site = site;
        this.lane = lane;
        this.access = access;
        this.auditing = auditing;
        this.limit = limit;
        this.guard = guard;
        this.replicas = replicas;
    }

    Duration limit() {
        return limit;
    }

    /** Lets a client pass that has shown who it is, where writes are taken. */
    Principal require(Exchange exchange) {
        replicas.requireWriter(exchange);
        return access.requireWriter(exchange);
    }

    /**
     * Does work of another kind that ends in a write, when it is its turn, and writes it down.
     *
     * @throws Problem 507 where the disk is nearly full
     */
    Version inTurn(Exchange exchange, Principal client, Callable<Version> work) {
        guard.requireRoom();
        var version = lane.run(auditing.audited(exchange, work));
        auditing.note(exchange, attribution(exchange, client), false, version);
        return version;
    }

    /** Does work of another kind that only tries a write, when it is its turn. */
    Version rehearse(Callable<Version> work) {
        return lane.run(work);
    }

    /** What a write does on the would-be state. */
    interface Task {
        Outcome on(Overlay overlay);
    }

    /**
     * Commits what a task does, once, if the client's conditions hold and it may write to all
     * graphs that are touched; and tells the client the outcome and the version that came of it.
     *
     * @param target what the conditions are about: a graph, or the whole store
     */
    void write(Exchange exchange, Principal client, Optional<Node> target, Task task) {
        var attempt =
                new Attempt(
                        client,
                        target,
                        Preconditions.of(exchange),
                        RepeatKey.of(exchange, client),
                        task);
        guard.requireRoom();
        var by = attribution(exchange, client);
        if (Rehearsal.isWanted(exchange)) {
            var change = lane.run(() -> site.store().rehearse(by, attempt));
            Rehearsal.answer(exchange, change, attempt.remarks());
            return;
        }
        var version = lane.run(auditing.audited(exchange, () -> site.store().write(by, attempt)));
        auditing.note(exchange, by, attempt.repeated.isPresent(), version);
        var context = exchange.context();
        attempt.remarks()
                .ifPresent(report ->
                        context.header(
                                "Modelgraph-Warning", Headers.ascii(ShapeGuard.inWords(report))));
        attempt.repeated.ifPresent(_ -> context.header("Idempotency-Replayed", "true"));
        context.header(
                "Modelgraph-Version",
                attempt.repeated.map(RepeatKey.Repeated::version).orElse(version).toString());
        context.status(attempt.outcome.status());
        attempt.outcome.location().ifPresent(address -> context.header("Location", address));
    }

    static Attribution attribution(Exchange exchange, Principal client) {
        return new Attribution(
                client.name(),
                exchange.header("X-Reason").map(String::strip).filter(r -> !r.isEmpty()));
    }

    /** One try to write, all of whose decisions fall while no other write can come between. */
    private static final class Attempt implements Consumer<Overlay> {
        private final Principal client;
        private final Optional<Node> target;
        private final Preconditions conditions;
        private final Optional<RepeatKey> key;
        private final Task task;
        private Optional<RepeatKey.Repeated> repeated = Optional.empty();
        private Outcome outcome = Outcome.DONE;
        private Optional<Overlay> done = Optional.empty();

        Attempt(
                Principal client,
                Optional<Node> target,
                Preconditions conditions,
                Optional<RepeatKey> key,
                Task task) {
            this.client = client;
            this.target = target;
            this.conditions = conditions;
            this.key = key;
            this.task = task;
        }

        /** What the shapes say of the write, once it is done or was tried. */
        Optional<ShapeReport> remarks() {
            return done.flatMap(Overlay::remarks);
        }

        @Override
        public void accept(Overlay overlay) {
            done = Optional.of(overlay);
            var ledger = overlay.ledger();
            repeated = key.flatMap(k -> k.done(ledger));
            if (repeated.isPresent()) {
                outcome = repeated.get().outcome();
                return;
            }
            conditions.require(
                    new Preconditions.State(
                            target.isEmpty() || GraphStoreEndpoint.exists(overlay, target.get()),
                            target.map(ledger::changed).orElse(ledger.version()),
                            ledger.version()));
            outcome = task.on(overlay);
            overlay.touched().forEach(g -> permit(client, g, overlay));
            key.ifPresent(k -> overlay.remember(k.receipt(outcome)));
        }
    }

    private static void permit(Principal client, Node graph, Overlay overlay) {
        permit(client, graph);
        if (!client.isAdmin() && isProtected(graph, overlay))
            throw Problem.of(
                            Problem.Kind.FORBIDDEN,
                            named(graph)
                                    + " comes with the program: writing to it needs the scope"
                                    + " admin, and the "
                                    + client.name()
                                    + " has "
                                    + client.scopesInWords()
                                    + ".")
                    .hint("Write to a graph of your own, or use a token with the scope admin.");
    }

    /**
     * Lets a client write to a graph, protected or not.
     *
     * @throws Problem 403 naming the graph and the scope that is missing
     */
    static void permit(Principal client, Node graph) {
        if (!client.mayWrite(graph.toString()))
            throw Problem.of(
                            Problem.Kind.FORBIDDEN,
                            "The "
                                    + client.name()
                                    + " may not write to "
                                    + named(graph).replaceFirst("^The", "the")
                                    + ": it has the scopes "
                                    + client.scopesInWords()
                                    + ".")
                    .hint(
                            Quad.isDefaultGraph(graph)
                                    ? "The default graph needs the scope write or admin."
                                    : "It needs the scope write:PREFIX with a prefix of this IRI,"
                                            + " write or admin.");
    }

    private static String named(Node graph) {
        return Quad.isDefaultGraph(graph) ? "The default graph" : "The graph <" + graph + ">";
    }

    private static boolean isProtected(Node graph, Overlay overlay) {
        return graph.equals(Iris.DERIVED)
                || graph.equals(Iris.CATALOG)
                || overlay.contains(Iris.CATALOG, graph, Iris.CONTENT_HASH, Node.ANY);
    }
}
