package org.modelgraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Virtuoso as Debian has it, with buffers of some 4 GB. */
record Virtuoso() implements Contender {
    private static final int ANSWER_SECONDS = 120;

    @Override
    public String name() {
        return "Virtuoso";
    }

    @Override
    public Optional<String> obstacle(Path target) {
        return Peer.onPath("virtuoso-t").isPresent() && Peer.onPath("isql-vt").isPresent()
                ? Optional.empty()
                : Optional.of("virtuoso-t and isql-vt (Debian: virtuoso-opensource) are not here");
    }

    @Override
    public Peer start(Site site) throws IOException, InterruptedException {
        var directory = Files.createDirectories(site.directory().resolve("virtuoso"));
        site.file();
        var console = Peer.freePort();
        var port = Peer.freePort();
        var settings = directory.resolve("virtuoso.ini");
        Files.writeString(settings, settings(directory, console, port, site.directory()));
        var server = Peer.onPath("virtuoso-t").orElseThrow().toString();
        var command = List.of(server, "-f", "-c", settings.toString());
        var peer = Peer.start(name(), command, directory, port, "/sparql", "/sparql");
        try {
            load(site, console);
        } catch (IOException | InterruptedException | RuntimeException e) {
            peer.close();
            throw e;
        }
        return peer;
    }

    private static void load(Site site, int console) throws IOException, InterruptedException {
        var statements =
                "ld_dir('%s', '%s', 'http://example.org/none'); rdf_loader_run(); checkpoint;"
                                .formatted(site.directory(), Site.FILE)
                        + " grant SPARQL_UPDATE to \"SPARQL\";"
                        + " DB.DBA.RDF_DEFAULT_USER_PERMS_SET('nobody', 7);";
        var isql = Peer.onPath("isql-vt").orElseThrow().toString();
        site.run(
                "console of Virtuoso",
                List.of(isql, "127.0.0.1:" + console, "dba", "dba", "exec=" + statements));
    }

    private static String settings(Path directory, int console, int port, Path data) {
        return """
        [Database]
        DatabaseFile = %1$s/virtuoso.db
        ErrorLogFile = %1$s/virtuoso.log
        LockFile = %1$s/virtuoso.lck
        TransactionFile = %1$s/virtuoso.trx
        xa_persistent_file = %1$s/virtuoso.pxa
        [TempDatabase]
        DatabaseFile = %1$s/temporary.db
        TransactionFile = %1$s/temporary.trx
        [Parameters]
        ServerPort = 127.0.0.1:%2$d
        NumberOfBuffers = 340000
        MaxDirtyBuffers = 250000
        DirsAllowed = %4$s
        [HTTPServer]
        ServerPort = 127.0.0.1:%3$d
        ServerThreads = 16
        [SPARQL]
        MaxQueryExecutionTime = %5$d
        """
                .formatted(directory, console, port, data, ANSWER_SECONDS);
    }
}
