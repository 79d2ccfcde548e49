package org.modelgraph.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;

import org.modelgraph.Settings;
import org.modelgraph.access.Credentials;
import org.modelgraph.federation.Federation;
import org.modelgraph.problem.Problem;
import org.modelgraph.remote.Probe;
import org.modelgraph.remote.RemoteStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/**
 * The HTTP server over a store that stands elsewhere: the SPARQL protocol with the same doors,
 * guards and limits as over a store of its own, without what only that can do.
 */
public final class RemoteServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RemoteServer.class);
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
    private final Credentials credentials;
    private final Access access;
    private final RemoteStatus status;
    private final Javalin javalin;

    private RemoteServer(Settings settings, RemoteStore store, Probe probe) {
        this.settings = settings;
        this.store = store;
        lane = new QueryLane(settings, lanes, Federation.NONE, figures);
        credentials = Server.credentials(settings);
        access =
                new Access(
                        credentials, settings.readableByAnyone(), new Clients(settings.proxies()));
        figures.watch(lanes.all());
        status = new RemoteStatus(settings, store, probe, figures);
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
        surround(config.routes);
        var routing = new Routing(config.routes);
        status.open(routing);
        new RemoteQueries(store, lane).open(routing);
        new RemoteWrites(
                        store,
                        lane,
                        lanes.writes(),
                        access,
                        settings.queryTimeout(),
                        settings.uploadLimit())
                .open(routing);
        failures(config.routes);
    }

    private void surround(RoutesConfig routes) {
        var policy = new Policy("");
        routes.before(context -> RequestId.begin(new Exchange(context)));
        routes.before(context -> policy.apply(new Exchange(context)));
        routes.before(context -> Policy.answerOptions(new Exchange(context)));
        routes.before(context -> {
            if (Policy.isRead(context)) access.requireReader(new Exchange(context));
        });
        routes.after(context ->
                figures.request(
                        Policy.route(context),
                        context.req().getMethod(),
                        context.statusCode(),
                        Policy.elapsed(context)));
        routes.after(_ -> RequestId.end());
    }

    private static void failures(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, context) -> write(context, problem));
        routes.exception(AnswerCut.class, (cut, _) -> log.info("An answer broke off", cut));
        routes.exception(
                NotFoundResponse.class,
                (_, context) ->
                        write(
                                context,
                                RemotePromises.notKept(
                                        context.path(), "GET /limits tells what is.")));
        routes.exception(
                MethodNotAllowedResponse.class,
                (refusal, context) -> {
                    context.header("Allow", String.join(", ", refusal.getDetails().values()));
                    write(
                            context,
                            RemotePromises.notKept(
                                    context.req().getMethod() + " at " + context.path(),
                                    "GET /limits tells what is."));
                });
        routes.exception(
                Exception.class,
                (e, context) -> {
                    log.error("{} {}", context.req().getMethod(), context.path(), e);
                    write(
                            context,
                            Problem.of(Problem.Kind.INTERNAL, "The request failed on the server."));
                });
    }

    private static void write(Context context, Problem problem) {
        Problems.advise(context, problem);
        context.status(problem.kind().status())
                .contentType("application/problem+json")
                .result(Problems.document(problem));
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

    /** Takes no new work, ends what runs, and frees the threads. */
    @Override
    public void close() {
        status.stop();
        javalin.stop();
        lane.close();
        lanes.close();
    }
}
