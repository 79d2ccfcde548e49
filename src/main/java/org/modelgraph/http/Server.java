package org.modelgraph.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;

import org.modelgraph.Settings;
import org.modelgraph.access.Credentials;
import org.modelgraph.access.OpenIdIssuer;
import org.modelgraph.access.PasswordFile;
import org.modelgraph.access.TokenFile;
import org.modelgraph.audit.Audit;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.federation.Federation;
import org.modelgraph.graph.DerivedGraph;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.ShapeGuard;
import org.modelgraph.history.History;
import org.modelgraph.maintenance.Backups;
import org.modelgraph.maintenance.DiskGuard;
import org.modelgraph.maintenance.Maintenance;
import org.modelgraph.problem.Problem;
import org.modelgraph.replication.Replication;
import org.modelgraph.sparql.bound.Watch;

import java.util.Optional;
import java.util.Set;

/** The HTTP server over one store, from start to stop. */
public final class Server implements AutoCloseable {
    private static final String AGENT = "modelgraph (+https://w3id.org/modelgraph)";

    private final Lanes lanes;
    private final Federation federation;
    private final QueryLane lane;
    private final Settings settings;
    private final Site site;
    private final Replicas replicas;
    private final Credentials credentials;
    private final Access access;
    private final Figures figures = new Figures();
    private final ResultCache results;
    private final Maintenance maintenance;
    private final Auditing auditing;
    private final StatusEndpoint status;
    private Set<String> routes = Set.of();
    private final Javalin javalin;

    private Server(
            Settings settings,
            KnowledgeGraph store,
            History history,
            Catalog catalog,
            Optional<Replication> replication) {
        this.settings = settings;
        var membership = settings.others().membership();
        replicas = new Replicas(store, replication, membership.writer(), membership.longestLag());
        lanes = new Lanes(settings.parallelQueries());
        federation = Federation.of(settings.serviceHosts(), AGENT);
        lane = new QueryLane(settings, lanes, federation, figures);
        Watch.OF_PROCESS.allow(settings.queryMemory());
        results = new ResultCache(settings.resultCache());
        store.enlist(new DerivedGraph());
        store.enlist(new ShapeGuard(settings.validation()));
        site = new Site(store, history, catalog, lanes.quick(), settings.baseUrl(), federation);
        credentials = credentials(settings);
        var clients = new Clients(settings.proxies());
        access = new Access(credentials, settings.readableByAnyone(), clients);
        auditing = new Auditing(Audit.of(store, settings.audit(), settings.auditBytes()), clients);
        maintenance =
                new Maintenance(
                        store,
                        new Backups(settings.backups()),
                        new DiskGuard(store.directory(), settings.diskReserve()),
                        settings.maintenance());
        figures.watch(lanes.all());
        figures.watch(store, maintenance);
        replication.ifPresent(figures::watch);
        figures.watch(results);
        store.enlist(results);
        status =
                new StatusEndpoint(
                        new Readiness(store, maintenance, settings.longestWrite(), replicas)::check,
                        figures);
        javalin = Javalin.create(this::configure);
    }

    /**
     * Starts a server.
     *
     * @param store stays the caller's, to be closed after the server
     * @throws Problem where the port is taken
     */
    public static Server start(
            Settings settings, KnowledgeGraph store, History history, Catalog catalog) {
        return start(settings, store, history, catalog, Optional.empty());
    }

    /**
     * Starts a server that may be one of several which share a log.
     *
     * @param replication stays the caller's, too
     */
    public static Server start(
            Settings settings,
            KnowledgeGraph store,
            History history,
            Catalog catalog,
            Optional<Replication> replication) {
        var server = new Server(settings, store, history, catalog, replication);
        try {
            server.javalin.start(settings.host(), settings.port());
        } catch (RuntimeException e) {
            server.close();
            throw portTaken(settings).causedBy(e);
        }
        server.maintenance.start();
        store.snapshots().start(settings.snapshotBytes());
        Thread.ofVirtual().name("index").start(server.site::warm);
        return server;
    }

    static Problem portTaken(Settings settings) {
        return Problem.of(
                        Problem.Kind.NOT_READY,
                        "The server can't listen on "
                                + settings.host()
                                + " port "
                                + settings.port()
                                + ".")
                .hint("Is another server there? Choose another port with --port.");
    }

    static Credentials credentials(Settings settings) {
        return new Credentials(
                settings.writeToken(),
                new TokenFile(settings.tokens()),
                settings.passwords().map(PasswordFile::open),
                settings.openId().map(OpenIdIssuer::new));
    }

    /** What holds for every server, whatever it answers. */
    static void furnish(JavalinConfig config, Settings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.jetty.threadPool = RequestThreads.pool();
        config.http.prefer405over404 = true;
        config.jetty.multipartConfig.maxTotalRequestSize(settings.uploadLimit(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
        Doorway.before(config.jetty);
    }

    private void configure(JavalinConfig config) {
        furnish(config, settings);
        surround(config.routes);
        var routing = new Routing(config.routes);
        new Endpoints(settings, site, lane, lanes, access, auditing, maintenance, results, replicas)
                .all(status)
                .forEach(endpoint -> endpoint.open(routing));
        routes = routing.entered();
        new Failures(new Problems(Optional.of(site)), auditing, Failures.Absence.PLAIN)
                .enter(config.routes);
    }

    /** What happens before and after every request. */
    private void surround(RoutesConfig routes) {
        var passage = new Passage(new Policy(site.basePath()), status, access, figures);
        passage.before(routes);
        routes.before(context -> replicas.awaitVersion(new Exchange(context)));
        routes.after(context -> EntityTag.apply(new Exchange(context)));
        passage.after(routes);
    }

    /** Who may write now, in a few words. */
    public String writing() {
        return credentials.inWords();
    }

    /** What can be asked here: method and path with its variable parts, each in brackets. */
    public Set<String> routes() {
        return routes;
    }

    /** The port that the server listens on. */
    public int port() {
        return javalin.port();
    }

    /**
     * Stops within 25 s: takes no new work, lets running work end, then ends what runs on, each
     * with an answer that says so or a connection that breaks, and frees the threads.
     */
    @Override
    public void close() {
        status.close();
        maintenance.close();
        lanes.drain(Watch.OF_PROCESS::stopAll);
        javalin.stop();
        lane.close();
        lanes.close();
        federation.close();
    }
}
