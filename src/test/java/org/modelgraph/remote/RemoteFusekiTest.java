package org.modelgraph.remote;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.compared.ServerProcess;
import org.modelgraph.protocol.Client;

import java.nio.file.Path;

/** The contract of remote stores over Fuseki, in a process of its own. */
@EnabledIfSystemProperty(named = "scale", matches = "true")
class RemoteFusekiTest extends RemoteContract {
    private static final Path JAR = Path.of("target/fuseki/jena-fuseki-server.jar");
    private static final String[] PATHS = {"/ds/query", "/ds/update", "/ds/data"};

    @TempDir static Path directory;
    private static ServerProcess fuseki;
    private static Gateway gateway;

    @BeforeAll
    static void start() throws Exception {
        fuseki = ServerProcess.fuseki(directory.resolve("fuseki"), JAR);
        gateway =
                new Gateway(
                        directory.resolve("gateway"),
                        "http://127.0.0.1:" + fuseki.port(),
                        PATHS,
                        "");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        fuseki.close();
    }

    @Override
    Engine engine() {
        return Engine.FUSEKI;
    }

    @Override
    Gateway gateway() {
        return gateway;
    }

    @Override
    Client direct() {
        return new Client(fuseki.port());
    }

    @Override
    String queryPath() {
        return "/ds/query";
    }
}
