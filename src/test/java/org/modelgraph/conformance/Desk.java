package org.modelgraph.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.modelgraph.Setting;
import org.modelgraph.protocol.Client;
import org.modelgraph.protocol.TestServer;
import org.modelgraph.protocol.WritingClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One writable server for all cases, whose default graph is the stored one, and what can be done
 * there.
 */
final class Desk {
    private static Optional<Desk> shared = Optional.empty();

    private final TestServer server;
    private final Client client;
    private final WritingClient writer;
    private Object held = "";

    private Desk(TestServer server) {
        this.server = server;
        this.client = server.client();
        this.writer = new WritingClient(client, TestServer.TOKEN);
    }

    static synchronized Desk shared() {
        if (shared.isEmpty()) {
            var server = TestServer.writable(temporary(), Map.of(Setting.DEFAULT_GRAPH, "stored"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            shared = Optional.of(new Desk(server));
        }
        return shared.get();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory(Path.of("target"), "conformance-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Client client() {
        return client;
    }

    WritingClient writer() {
        return writer;
    }

    /** Makes the store hold certain quads and nothing else, if it doesn't yet. */
    void hold(Object key, Supplier<DatasetGraph> data) {
        if (held.equals(key)) return;
        var quads = data.get();
        server.store()
                .write(overlay -> {
                    Iter.toList(overlay.listGraphNodes()).forEach(overlay::clear);
                    overlay.clear(Quad.defaultGraphIRI);
                    quads.find().forEachRemaining(overlay::add);
                });
        held = key;
    }

    /** Makes the store empty. */
    void clear() {
        hold("nothing", org.apache.jena.sparql.core.DatasetGraphFactory::createGeneral);
    }

    /** Says that a write changed what the store holds. */
    void changed() {
        held = "";
    }

    /** Everything that the store holds, as a client gets it. */
    DatasetGraph everything() throws Exception {
        return read("/graphs", "application/n-quads", Lang.NQUADS);
    }

    DatasetGraph read(String path, String type, Lang lang) throws Exception {
        var answer = client.sendForBytes(client.to(path).header("Accept", type));
        assertThat(answer.statusCode())
                .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return org.modelgraph.conformance.Files.data(answer.body(), lang, "https://base.example/");
    }

    HttpResponse<byte[]> ask(byte[] query, String accept) throws Exception {
        return client.sendForBytes(
                client.to("/sparql")
                        .header("Content-Type", "application/sparql-query")
                        .header("Accept", accept)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(query)));
    }

    HttpResponse<String> send(String method, String path, String type, byte[] body)
            throws Exception {
        changed();
        return client.send(
                client.to(path)
                        .header("Content-Type", type)
                        .header("Authorization", "Bearer " + TestServer.TOKEN)
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
    }
}
