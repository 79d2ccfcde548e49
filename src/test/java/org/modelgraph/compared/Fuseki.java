package org.modelgraph.compared;

import org.modelgraph.protocol.Client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Fuseki in a process of its own. */
final class Fuseki {
    private Fuseki() {}

    /** Starts it over an empty TDB2 store. */
    static ServerProcess start(Path directory, Path jar, Duration limit) throws Exception {
        Files.createDirectories(directory.resolve("db"));
        var port = ServerProcess.freePort();
        return new ServerProcess(
                "Fuseki",
                List.of(
                        ServerProcess.java(),
                        ServerProcess.HEAP,
                        "-jar",
                        jar.toAbsolutePath().toString(),
                        "--localhost",
                        "--port=" + port,
                        "--tdb2",
                        "--loc=" + directory.resolve("db").toAbsolutePath(),
                        "--update",
                        "--timeout=" + limit.toMillis(),
                        "/ds"),
                directory,
                new Client(port),
                Map.of("/sparql", "/ds/query", "/update", "/ds/update", "/graphs", "/ds/data"));
    }
}
