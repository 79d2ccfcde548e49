package org.modelgraph.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Handler;
import io.javalin.http.MethodNotAllowedResponse;

import org.modelgraph.Settings;
import org.modelgraph.access.Credentials;
import org.modelgraph.access.PasswordFile;
import org.modelgraph.access.TokenFile;
import org.modelgraph.browse.Listing;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.catalog.TableFormat;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.http.pages.Kind;
import org.modelgraph.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Arrays;

/** The HTTP server over one store: the table of its routes, from start to stop. */
public final class Server implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Server.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int QUICK_READS = 8;

    private final Admission queries;
    private final Admission quick = new Admission("quick reads", QUICK_READS, 256, PATIENCE);
    private final Admission writes = new Admission("writes", 1, 100, Duration.ofSeconds(30));
    private final Javalin javalin;
    private final StatusEndpoint status;
    private final Problems problems;
    private final Site site;
    private final Credentials credentials;

    private Server(Settings settings, KnowledgeGraph store, Catalog catalog) {
        queries = new Admission("queries", settings.parallelQueries(), 32, PATIENCE);
        site = new Site(store, catalog, quick, settings.baseUrl());
        status = new StatusEndpoint(site, queries);
        problems = new Problems(site);
        credentials =
                new Credentials(
                        settings.writeToken(),
                        new TokenFile(settings.tokens()),
                        settings.passwords().map(PasswordFile::open));
        var access = new Access(credentials, settings.readableByAnyone());
        var writing = new Writing(site, writes, access, settings.queryTimeout());
        javalin = Javalin.create(config -> configure(config, settings, access, writing));
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

    private void configure(
            JavalinConfig config, Settings settings, Access access, Writing writing) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.jetty.multipartConfig.maxTotalRequestSize(settings.uploadLimit(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        var routes = config.routes;
        common(routes, access);
        sparql(routes, settings, writing);
        questions(routes, settings);
        lists(routes);
        things(routes);
        errors(routes);
    }

    private void common(RoutesConfig routes, Access access) {
        var front = new FrontEndpoint(site);
        routes.before(context -> Policy.apply(new Exchange(context)));
        routes.before(context -> Policy.answerOptions(new Exchange(context)));
        routes.before(context -> {
            if (Policy.isRead(context)) access.requireReader(new Exchange(context));
        });
        get(routes, "/", front::home);
        get(routes, "/assets/{name}", front::asset);
        get(routes, "/health", status::health);
        get(routes, "/ready", status::ready);
        get(routes, "/metrics", status::metrics);
        routes.after(context ->
                status.record(
                        Policy.route(context), context.statusCode(), Policy.elapsed(context)));
    }

    private void sparql(RoutesConfig routes, Settings settings, Writing writing) {
        var endpoint = new SparqlEndpoint(site, queries, settings.queryTimeout());
        var graphs = new GraphStoreEndpoint(site, writing, settings.uploadLimit());
        get(routes, "/sparql", endpoint::handle);
        routes.post("/sparql", on(endpoint::handle));
        routes.query("/sparql", on(endpoint::handle));
        routes.post("/update", on(new UpdateEndpoint(writing)::handle));
        get(routes, "/graphs", graphs::get);
        routes.put("/graphs", on(graphs::put));
        routes.post("/graphs", on(graphs::post));
        routes.patch("/graphs", on(graphs::patch));
        routes.delete("/graphs", on(graphs::delete));
    }

    private void questions(RoutesConfig routes, Settings settings) {
        var inquiry = new Inquiry(site, queries, settings.queryTimeout());
        var catalog = new CatalogEndpoint(site, inquiry);
        var questions = new QuestionEndpoint(site, inquiry);
        get(routes, "/queries", questions::gallery);
        get(routes, "/queries/<id>", e -> questions.page(e, e.context().pathParam("id")));
        get(routes, "/api/openapi.json", catalog::openApi);
        get(routes, "/api/queries", catalog::list);
        get(routes, "/api/queries/<id>", e -> catalog.answer(e, e.context().pathParam("id")));
    }

    private void lists(RoutesConfig routes) {
        var lists = new ListEndpoint(site);
        var search = new SearchEndpoint(site);
        get(routes, "/search", search::page);
        get(routes, "/api/suggest", search::suggest);
        for (var listing : Listing.values()) {
            get(routes, "/" + listing.segment(), e -> lists.page(e, listing));
            for (var format : TableFormat.values())
                get(
                        routes,
                        "/" + listing.segment() + "." + format.extension(),
                        e -> lists.table(e, listing, format));
        }
    }

    private void things(RoutesConfig routes) {
        var things = new ThingEndpoint(site);
        get(routes, "/id/<path>", e -> things.identify(e, e.context().pathParam("path")));
        get(routes, "/data/<path>", e -> things.data(e, e.context().pathParam("path")));
        get(routes, "/describe", things::describe);
        for (var kind : Arrays.stream(Kind.values()).map(Kind::segment).toList()) {
            get(routes, "/" + kind, e -> things.page(e, kind));
            get(
                    routes,
                    "/" + kind + "/<name>",
                    e -> things.page(e, kind + "/" + e.context().pathParam("name")));
        }
    }

    private void errors(RoutesConfig routes) {
        routes.exception(
                Problem.class,
                (problem, context) -> problems.write(new Exchange(context), problem));
        routes.exception(
                SparqlEndpoint.AnswerCut.class,
                (cut, context) ->
                        log.info("An answer broke off: {}", String.valueOf(cut.getMessage())));
        routes.exception(
                MethodNotAllowedResponse.class,
                (refusal, context) -> {
                    context.header(
                            "Allow",
                            String.join(", ", refusal.getDetails().values()) + ", OPTIONS");
                    problems.write(
                            new Exchange(context),
                            Problem.of(
                                    Problem.Kind.METHOD_NOT_ALLOWED,
                                    context.req().getMethod()
                                            + " is not possible at "
                                            + context.path()
                                            + "."));
                });
        routes.exception(
                Exception.class,
                (e, context) ->
                        problems.write(
                                new Exchange(context),
                                Problem.of(
                                                Problem.Kind.INTERNAL,
                                                "The request failed on the server.")
                                        .causedBy(e)));
        routes.error(
                404,
                context ->
                        Policy.unmatched(
                                        context,
                                        Problem.Kind.NOT_FOUND,
                                        "There is nothing at " + context.path() + ".")
                                .ifPresent(p -> problems.write(new Exchange(context), p)));
        routes.error(
                405,
                context ->
                        Policy.unmatched(
                                        context,
                                        Problem.Kind.METHOD_NOT_ALLOWED,
                                        context.req().getMethod()
                                                + " is not possible at "
                                                + context.path()
                                                + ".")
                                .ifPresent(p -> problems.write(new Exchange(context), p)));
    }

    /** An endpoint: answers one exchange. */
    private interface Endpoint {
        void answer(Exchange exchange);
    }

    private static void get(RoutesConfig routes, String path, Endpoint endpoint) {
        routes.get(path, on(endpoint));
        routes.head(path, on(endpoint));
    }

    private static Handler on(Endpoint endpoint) {
        return context -> endpoint.answer(new Exchange(context));
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
