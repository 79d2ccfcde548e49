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

/** The contract of remote stores over Virtuoso, where the system has it. */
@EnabledIfSystemProperty(named = "scale", matches = "true")
class RemoteVirtuosoTest extends RemoteContract {
    private static final Path SERVER = Path.of("/usr/bin/virtuoso-t");
    private static final Path CONSOLE = Path.of("/usr/bin/isql-vt");
    private static final String[] PATHS = {"/sparql", "/sparql", "/sparql-graph-crud"};
    @TempDir static Path directory;
    private static ServerProcess server;
    private static Gateway gateway;

    private static String settings(int console, int port) {
        return """
        [Database]
        DatabaseFile = virtuoso.db
        ErrorLogFile = virtuoso.log
        LockFile = virtuoso.lck
        TransactionFile = virtuoso.trx
        xa_persistent_file = virtuoso.pxa
        [TempDatabase]
        DatabaseFile = temporary.db
        TransactionFile = temporary.trx
        [Parameters]
        ServerPort = 127.0.0.1:%d
        NumberOfBuffers = 4000
        MaxDirtyBuffers = 3000
        [HTTPServer]
        ServerPort = 127.0.0.1:%d
        """
                .formatted(console, port);
    }

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.exists(SERVER), "needs virtuoso-opensource-7-bin of Debian");
        var console = ServerProcess.freePort();
        var port = ServerProcess.freePort();
        var settings = directory.resolve("virtuoso.ini");
        Files.writeString(settings, settings(console, port));
        server =
                new ServerProcess(
                        "Virtuoso",
                        List.of(SERVER.toString(), "-f", "-c", settings.toString()),
                        directory,
                        new Client(port),
                        Map.of());
        grant(console);
        gateway = new Gateway(directory.resolve("gateway"), "http://127.0.0.1:" + port, PATHS, "");
    }

    private static void grant(int console) throws Exception {
        new ProcessBuilder(
                        CONSOLE.toString(),
                        "127.0.0.1:" + console,
                        "dba",
                        "dba",
                        "exec=grant SPARQL_UPDATE to \"SPARQL\";"
                                + " DB.DBA.RDF_DEFAULT_USER_PERMS_SET('nobody', 7);")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("console.txt").toFile())
                .start()
                .waitFor();
    }

    @AfterAll
    static void stop() {
        if (server == null) return;
        gateway.close();
        server.close();
    }

    @Override
    Engine engine() {
        return Engine.VIRTUOSO;
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
        return "/sparql";
    }
}
