package org.modelgraph.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;

import org.modelgraph.Settings;
import org.modelgraph.access.Credentials;
import org.modelgraph.audit.Audit;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.federation.Federation;
import org.modelgraph.problem.Problem;
import org.modelgraph.remote.Probe;
import org.modelgraph.remote.RemoteStore;

import java.time.Duration;
import java.util.Optional;

/**
 * The HTTP server over a store that stands elsewhere: the SPARQL protocol with the same doors,
 * guards and limits as over a store of its own, without what only that can do.
 */
public final class RemoteServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The work is done elsewhere: here requests wait. */
    private final Lanes lanes =
            new Lanes(
                    new Admission("queries", 64, 256, PATIENCE),
                    new Admission("quick reads", 8, 256, PATIENCE),
                    new Admission("writes", 8, 100, Duration.ofSeconds(30)));

    private final Figures figures = new Figures();
    private final QueryLane lane;
    private final Settings settings;
    private final RemoteStore store;
    private final Probe probe;
    private final Catalog catalog;
    private final Credentials credentials;
    private final Access access;
    private final Auditing auditing;
    private final RemoteStatus about;
    private final StatusEndpoint status;
    private final Javalin javalin;

    private RemoteServer(Settings settings, RemoteStore store, Probe probe) {
        this.settings = settings;
        this.store = store;
        this.probe = probe;
        catalog = Catalog.read(settings.queries());
        lane = new QueryLane(settings, lanes, Federation.NONE, figures);
        credentials = Server.credentials(settings);
        var clients = new Clients(settings.proxies());
        access = new Access(credentials, settings.readableByAnyone(), clients);
        auditing = new Auditing(Audit.alone(settings.audit(), settings.auditBytes()), clients);
        figures.watch(lanes.all());
        about = new RemoteStatus(settings, store, probe);
        status = new StatusEndpoint(about::check, figures);
        javalin = Javalin.create(this::configure);
    }

    /**
     * Starts a server.
     *
     * @param store stays the caller's, to be closed after the server
     * @throws Problem where the port is taken
     */
    public static RemoteServer start(Settings settings, RemoteStore store, Probe probe) {
        var server = new RemoteServer(settings, store, probe);
        try {
            server.javalin.start(settings.host(), settings.port());
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw Server.portTaken(settings).causedBy(e);
        }
    }

    private void configure(JavalinConfig config) {
        Server.furnish(config, settings);
        var passage = new Passage(new Policy(""), status, access, figures);
        passage.before(config.routes);
        passage.after(config.routes);
        var routing = new Routing(config.routes);
        status.open(routing);
        about.open(routing);
        new RemoteQueries(store, lane, probe).open(routing);
        new RemoteThings(store, lane, settings.baseUrl()).open(routing);
        new CatalogEndpoint(
                        catalog,
                        exchange -> exchange.publicBase(settings.baseUrl()),
                        new RemoteQuestions(store, lane))
                .open(routing);
        new RemoteWrites(
                        store,
                        lane,
                        lanes.writes(),
                        access,
                        auditing,
                        settings.queryTimeout(),
                        settings.uploadLimit())
                .open(routing);
        new Failures(new Problems(Optional.empty()), auditing, RemotePromises.ABSENCE)
                .enter(config.routes);
    }

    /** Who may write now, in a few words. */
    public String writing() {
        return store.addresses().update().isEmpty() && store.addresses().graphStore().isEmpty()
                ? "off: the remote store has no address for it"
                : credentials.inWords();
    }

    /** The port that the server listens on. */
    public int port() {
        return javalin.port();
    }

    /**
     * Stops within 25 s: takes no new work, lets running work end, then breaks off what runs on,
     * and frees the threads.
     */
    @Override
    public void close() {
        status.close();
        lanes.drain(store::abort);
        javalin.stop();
        lane.close();
        lanes.close();
    }
}
