package org.modelgraph.command;

import org.modelgraph.Setting;
import org.modelgraph.Settings;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.catalog.QueryExamples;
import org.modelgraph.graph.Installation;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.history.History;
import org.modelgraph.history.Retention;
import org.modelgraph.http.RemoteServer;
import org.modelgraph.http.Server;
import org.modelgraph.logging.LogFormat;
import org.modelgraph.remote.Probe;
import org.modelgraph.remote.RemoteAddresses;
import org.modelgraph.remote.RemoteStore;
import org.modelgraph.replication.Replication;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** {@code serve}: the server, until it is told to stop. */
final class ServeCommand extends Command {
    private static final Duration LONGEST_END = Duration.ofSeconds(24);

    ServeCommand() {
        super(
                "serve",
                "Serves a store as a SPARQL endpoint, as linked data and as pages. A new store gets"
                        + " the bundled ontology and graph.",
                Setting.values());
    }

    @Override
    public Integer call() throws InterruptedException {
        var settings = settings();
        LogFormat.use(settings.logFormat());
        var remote = settings.others().remote();
        if (remote.isPresent()) return serve(settings, remote.get());
        var catalog = Catalog.read(settings.queries());
        var closed = new CountDownLatch(1);
        var membership = settings.others().membership();
        try (var store = KnowledgeGraph.open(settings.database(), settings.defaultGraph());
                var shared = new Shared(membership.join(store))) {
            var history = History.of(store, retention(settings));
            shared.replication().ifPresent(r -> r.start(membership.role()));
            if (!settings.empty() && !membership.isReplica()) install(settings, store, catalog);
            try (var server =
                    Server.start(settings, store, history, catalog, shared.replication())) {
                var told = endOfProcess(closed);
                announce(settings, server);
                told.await();
            }
        } finally {
            closed.countDown();
        }
        return 0;
    }

    /** Serves a store that stands elsewhere. */
    private int serve(Settings settings, RemoteAddresses addresses) throws InterruptedException {
        var closed = new CountDownLatch(1);
        try (var store = new RemoteStore(addresses)) {
            var probe = Probe.of(store);
            if (!probe.answers()) err().println("The remote store does not answer yet.");
            try (var server = RemoteServer.start(settings, store, probe)) {
                var told = endOfProcess(closed);
                out().println("modelgraph is ready");
                out().println(
                                "  SPARQL   http://"
                                        + settings.host()
                                        + ":"
                                        + server.port()
                                        + "/sparql");
                out().println("  store    " + addresses.query() + ": " + probe.inWords());
                out().println("  writing  " + server.writing());
                out().flush();
                told.await();
            }
        } finally {
            closed.countDown();
        }
        return 0;
    }

    /** What is to be closed, where it is there. */
    private record Shared(Optional<Replication> replication) implements AutoCloseable {
        @Override
        public void close() {
            replication.ifPresent(Replication::close);
        }
    }

    private void install(Settings settings, KnowledgeGraph store, Catalog catalog) {
        var outcome = Installation.of(settings.ontology(), QueryExamples.of(catalog), store);
        if (!outcome.changedNothing())
            err().printf(
                            "Loaded %d files of the ontology and graph, derived %d statements%n",
                            outcome.loaded().size(), outcome.derived());
    }

    static Retention retention(Settings settings) {
        return new Retention(settings.historyAge(), settings.historyBytes());
    }

    private void announce(Settings settings, Server server) {
        var base = settings.baseUrl().orElse("http://" + settings.host() + ":" + server.port());
        out().println("modelgraph is ready");
        out().println("  pages    " + base + "/");
        out().println("  SPARQL   " + base + "/sparql");
        out().println("  GPT-4    " + base + "/model/gpt-4");
        out().println("  store    " + settings.database().toAbsolutePath());
        out().println("  writing  " + server.writing());
        settings.others()
                .membership()
                .log()
                .ifPresent(log ->
                        out().println(
                                        "  log      "
                                                + log
                                                + (settings.others().membership().isReplica()
                                                        ? ", followed"
                                                        : ", written")));
        out().flush();
    }

    /**
     * Ends the process even where something can't be stopped. Nothing is lost: an acknowledged
     * commit is on disk, and a connection that breaks with its process ends no body.
     */
    private static void endAtTheLatest() {
        Thread.ofPlatform()
                .daemon()
                .name("last resort")
                .start(() -> {
                    try {
                        Thread.sleep(LONGEST_END);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(CommandLineInterface.FAILED);
                });
    }

    /**
     * A latch that opens when the process is told to end; the process then waits until the caller
     * has closed everything.
     */
    private static CountDownLatch endOfProcess(CountDownLatch closed) {
        var told = new CountDownLatch(1);
        Runnable hook =
                () -> {
                    told.countDown();
                    endAtTheLatest();
                    try {
                        closed.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                };
        Runtime.getRuntime().addShutdownHook(new Thread(hook, "shutdown"));
        return told;
    }
}
