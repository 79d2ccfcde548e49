package org.modelgraph.protocol;

import org.modelgraph.Setting;
import org.modelgraph.Settings;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.catalog.QueryExamples;
import org.modelgraph.graph.AwaitedSnapshot;
import org.modelgraph.graph.Installation;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.history.History;
import org.modelgraph.history.Retention;
import org.modelgraph.http.Server;
import org.modelgraph.ontology.Bundled;
import org.modelgraph.replication.Replication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A real server on a free port of the loopback, over a store of its own. */
public final class TestServer implements AutoCloseable {
    /** The token by which this server lets clients write. */
    public static final String TOKEN = "a-token-for-tests-only";

    private static final List<Setting> UNLIMITED =
            List.of(Setting.CLIENT_SECONDS, Setting.CLIENT_ERRORS, Setting.CLIENT_PARALLEL);

    private static Optional<TestServer> shared = Optional.empty();

    private final KnowledgeGraph store;
    private final Server server;
    private final Optional<Replication> replication;

    private TestServer(Settings settings, boolean bundled) {
        store = KnowledgeGraph.open(settings.database(), settings.defaultGraph());
        replication = settings.others().membership().join(store);
        var history = History.of(store, Retention.EVERYTHING);
        replication.ifPresent(r -> r.start(settings.others().membership().role()));
        var catalog = Catalog.read(settings.queries());
        if (bundled) new Installation(Bundled.ONTOLOGY.with(QueryExamples.of(catalog))).into(store);
        server = Server.start(settings, store, history, catalog, replication);
    }

    /**
     * A server that serves the bundled graph and lets nobody write; shared by all tests, closed
     * with the process.
     */
    public static synchronized TestServer bundled() {
        if (shared.isEmpty()) {
            var started = new TestServer(settings(temporary(), Map.of()), true);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            shared = Optional.of(started);
        }
        return shared.get();
    }

    /** A server over an empty store that lets clients write. */
    public static TestServer writable(Path database, Map<Setting, String> settings) {
        var all = new EnumMap<Setting, String>(Setting.class);
        all.put(Setting.WRITE_TOKEN, TOKEN);
        all.putAll(settings);
        return new TestServer(settings(database, all), false);
    }

    private static Settings settings(Path database, Map<Setting, String> given) {
        var all = new EnumMap<Setting, String>(Setting.class);
        all.put(Setting.PORT, "0");
        all.put(Setting.DATABASE, database.toString());
        for (var limit : UNLIMITED) all.put(limit, "0");
        all.putAll(given);
        return Settings.of(all, Map.of(), Optional.empty());
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory(Path.of("target"), "store-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Client client() {
        return new Client(server.port());
    }

    /** What can be asked: method and path with its variable parts. */
    public Set<String> routes() {
        return server.routes();
    }

    public KnowledgeGraph store() {
        return store;
    }

    /** Waits until the engine has a snapshot of the newest version. */
    public void awaitSnapshot() {
        AwaitedSnapshot.of(store);
    }

    @Override
    public void close() {
        server.close();
        replication.ifPresent(Replication::close);
        store.close();
    }
}
