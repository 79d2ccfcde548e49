package org.modelgraph.remote;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.protocol.Client;
import org.modelgraph.protocol.TestServer;

import java.nio.file.Path;
import java.util.Map;

/** The contract of remote stores over another server of ours. */
class RemoteModelgraphTest extends RemoteContract {
    static final String[] PATHS = {"/sparql", "/update", "/graphs"};

    @TempDir static Path directory;
    private static TestServer upstream;
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        upstream = TestServer.writable(directory.resolve("upstream"), Map.of());
        gateway =
                new Gateway(
                        directory.resolve("gateway"),
                        upstream.client().base(),
                        PATHS,
                        TestServer.TOKEN);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        upstream.close();
    }

    @Override
    Engine engine() {
        return Engine.MODELGRAPH;
    }

    @Override
    Gateway gateway() {
        return gateway;
    }

    @Override
    Client direct() {
        return upstream.client();
    }

    @Override
    String queryPath() {
        return "/sparql";
    }
}
