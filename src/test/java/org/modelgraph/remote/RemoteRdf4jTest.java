package org.modelgraph.remote;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.compared.ServerProcess;
import org.modelgraph.protocol.Client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The contract of remote stores over RDF4J Server, in a process of its own. */
@EnabledIfSystemProperty(named = "scale", matches = "true")
class RemoteRdf4jTest extends RemoteContract {
    private static final Path RUNNER = Path.of("target/rdf4j/jetty-runner.jar");
    private static final Path SERVER = Path.of("target/rdf4j/rdf4j-http-server.war");
    private static final String QUERY = "/repositories/ds";
    private static final String[] PATHS = {
        QUERY, QUERY + "/statements", QUERY + "/rdf-graphs/service"
    };
    private static final String REPOSITORY =
            """
            @prefix rep: <http://www.openrdf.org/config/repository#> .
            @prefix sr: <http://www.openrdf.org/config/repository/sail#> .
            @prefix sail: <http://www.openrdf.org/config/sail#> .
            [] a rep:Repository ; rep:repositoryID "ds" ;
               rep:repositoryImpl [ rep:repositoryType "openrdf:SailRepository" ;
                  sr:sailImpl [ sail:sailType "openrdf:MemoryStore" ] ] .
            """;

    @TempDir static Path directory;
    private static ServerProcess server;
    private static Gateway gateway;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.exists(SERVER), "-Pscale lays out RDF4J Server");
        var repository = directory.resolve("rdf4j/server/repositories/ds");
        Files.createDirectories(repository);
        Files.writeString(repository.resolve("config.ttl"), REPOSITORY);
        var port = ServerProcess.freePort();
        server =
                new ServerProcess(
                        "RDF4J Server",
                        List.of(
                                ServerProcess.java(),
                                "-Xmx512m",
                                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                                "-Dorg.eclipse.rdf4j.appdata.basedir=" + directory.resolve("rdf4j"),
                                "-jar",
                                RUNNER.toAbsolutePath().toString(),
                                "--host",
                                "127.0.0.1",
                                "--port",
                                String.valueOf(port),
                                SERVER.toAbsolutePath().toString()),
                        directory,
                        new Client(port),
                        Map.of("/sparql", QUERY));
        gateway = new Gateway(directory.resolve("gateway"), "http://127.0.0.1:" + port, PATHS, "");
    }

    @AfterAll
    static void stop() {
        if (server == null) return;
        gateway.close();
        server.close();
    }

    @Override
    Engine engine() {
        return Engine.RDF4J;
    }

    @Override
    Gateway gateway() {
        return gateway;
    }

    @Override
    Client direct() {
        return server.client();
    }

    @Override
    String queryPath() {
        return QUERY;
    }
}
