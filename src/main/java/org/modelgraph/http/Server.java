package org.modelgraph.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;

import org.modelgraph.Settings;
import org.modelgraph.access.Credentials;
import org.modelgraph.access.PasswordFile;
import org.modelgraph.access.TokenFile;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.problem.Problem;

import java.time.Duration;
import java.util.List;

/** The HTTP server over one store, from start to stop. */
public final class Server implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int QUICK_READS = 8;

    private final Admission queries;
    private final Admission quick = new Admission("quick reads", QUICK_READS, 256, PATIENCE);
    private final Admission writes = new Admission("writes", 1, 100, Duration.ofSeconds(30));
    private final Settings settings;
    private final Site site;
    private final Credentials credentials;
    private final Access access;
    private final StatusEndpoint status;
    private final Javalin javalin;

    private Server(Settings settings, KnowledgeGraph store, Catalog catalog) {
        this.settings = settings;
        queries = new Admission("queries", settings.parallelQueries(), 32, PATIENCE);
        site = new Site(store, catalog, quick, settings.baseUrl());
        credentials =
                new Credentials(
                        settings.writeToken(),
                        new TokenFile(settings.tokens()),
                        settings.passwords().map(PasswordFile::open));
        access = new Access(credentials, settings.readableByAnyone());
        status = new StatusEndpoint(site, queries);
        javalin = Javalin.create(this::configure);
    }

    /**
     * Starts a server.
     *
     * @param store stays the caller's, to be closed after the server
     * @throws Problem where the port is taken
     */
    public static Server start(Settings settings, KnowledgeGraph store, Catalog catalog) {
        var server = new Server(settings, store, catalog);
        try {
            server.javalin.start(settings.host(), settings.port());
        } catch (RuntimeException e) {
            server.close();
            throw Problem.of(
                            Problem.Kind.NOT_READY,
                            "The server can't listen on "
                                    + settings.host()
                                    + " port "
                                    + settings.port()
                                    + ".")
                    .hint("Is another server there? Choose another port with --port.")
                    .causedBy(e);
        }
        Thread.ofVirtual().name("index").start(server.site::warm);
        return server;
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.jetty.multipartConfig.maxTotalRequestSize(settings.uploadLimit(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        surround(config.routes);
        var routing = new Routing(config.routes);
        endpoints().forEach(endpoint -> endpoint.open(routing));
        new Failures(new Problems(site)).enter(config.routes);
    }

    /** What happens before and after every request. */
    private void surround(RoutesConfig routes) {
        routes.before(context -> Policy.apply(new Exchange(context)));
        routes.before(context -> Policy.answerOptions(new Exchange(context)));
        routes.before(context -> {
            if (Policy.isRead(context)) access.requireReader(new Exchange(context));
        });
        routes.after(context ->
                status.record(
                        Policy.route(context), context.statusCode(), Policy.elapsed(context)));
    }

    private List<Endpoint> endpoints() {
        var limit = settings.queryTimeout();
        var writing = new Writing(site, writes, access, limit);
        var inquiry = new Inquiry(site, queries, limit);
        return List.of(
                new FrontEndpoint(site),
                status,
                new SparqlEndpoint(site, queries, limit),
                new UpdateEndpoint(writing),
                new GraphStoreEndpoint(site, writing, settings.uploadLimit()),
                new ImportEndpoint(site, writing, settings.uploadLimit(), settings.ontology()),
                new CatalogEndpoint(site, inquiry),
                new QuestionEndpoint(site, inquiry),
                new ListEndpoint(site),
                new SearchEndpoint(site),
                new ThingEndpoint(site));
    }

    /** Who may write now, in a few words. */
    public String writing() {
        return credentials.inWords();
    }

    /** The port that the server listens on. */
    public int port() {
        return javalin.port();
    }

    /** Stops listening, lets running work end, and frees the threads. */
    @Override
    public void close() {
        status.close();
        javalin.stop();
        queries.close();
        quick.close();
        writes.close();
    }
}
