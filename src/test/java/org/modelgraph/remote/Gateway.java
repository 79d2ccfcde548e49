package org.modelgraph.remote;

import org.modelgraph.Setting;
import org.modelgraph.Settings;
import org.modelgraph.http.RemoteServer;
import org.modelgraph.protocol.Client;
import org.modelgraph.protocol.TestServer;
import org.modelgraph.protocol.WritingClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A server of ours over a store that stands elsewhere. */
final class Gateway implements AutoCloseable {
    private static final String QUESTION =
            """
            #+ summary: What is the value of a thing?
            #+ description: The values of a thing.
            #+ tags: [test]
            #+ x-modelgraph:
            #+   summary-zh: 某事物的值是什么？
            #+   description-zh: 某事物的各个值。
            #+   parameters:
            #+     - name: thing
            #+       type: iri
            #+       label: {en: Thing, zh: 事物}

            SELECT ?thing ?value
            WHERE { VALUES ?thing { <urn:a> } GRAPH <urn:g> { ?thing <urn:p> ?value } }
            ORDER BY STR(?value)
            """;

    private final Settings settings;
    private final RemoteStore store;
    private final Probe probe;
    private final RemoteServer server;

    /**
     * A gateway.
     *
     * @param base the address of the store
     * @param paths the paths of its query, update and graph store operations
     */
    Gateway(Path database, String base, String[] paths, String credential) {
        var questions = database.resolve("questions");
        write(questions);
        var given = new EnumMap<Setting, String>(Setting.class);
        given.putAll(
                Map.of(
                        Setting.STORE,
                        "remote",
                        Setting.PORT,
                        "0",
                        Setting.DATABASE,
                        database.toString(),
                        Setting.WRITE_TOKEN,
                        TestServer.TOKEN,
                        Setting.QUERY_URL,
                        base + paths[0],
                        Setting.UPDATE_URL,
                        base + paths[1],
                        Setting.GRAPH_STORE_URL,
                        base + paths[2],
                        Setting.REMOTE_CREDENTIAL,
                        credential,
                        Setting.QUERY_TIMEOUT,
                        "2",
                        Setting.CLIENT_ERRORS,
                        "0"));
        given.put(Setting.QUERIES, questions.toString());
        settings = Settings.of(given, Map.of(), Optional.empty());
        store = new RemoteStore(settings.others().remote().orElseThrow());
        probe = Probe.of(store);
        server = RemoteServer.start(settings, store, probe);
    }

    private static void write(Path questions) {
        try {
            Files.createDirectories(questions.resolve("test"));
            Files.writeString(questions.resolve("test/values.rq"), QUESTION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands in the audit. */
    String audit() throws IOException {
        return Files.readString(settings.audit());
    }

    Client client() {
        return new Client(server.port());
    }

    WritingClient writer() {
        return new WritingClient(client(), TestServer.TOKEN);
    }

    Probe probe() {
        return probe;
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
