package org.modelgraph.bench;

import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.modelgraph.Main;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.KnowledgeGraph;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The servers that are compared, over the same quads, each in a process of its own. */
final class Contest implements AutoCloseable {
    static final String TOKEN = "a-token-for-the-bench";

    private static final String HEAP = "-Xmx4g";
    private final Path directory;
    private final long quads;
    private final List<Peer> peers = new ArrayList<>();

    private Contest(Path directory, long quads) {
        this.directory = directory;
        this.quads = quads;
    }

    /**
     * Loads and starts the servers: ours first, then Fuseki.
     *
     * @param fuseki the jar of the Fuseki server
     */
    static Contest begin(Path directory, long quads, Path fuseki)
            throws IOException, InterruptedException {
        Files.createDirectories(directory);
        var contest = new Contest(directory.toAbsolutePath(), quads);
        contest.modelgraph();
        contest.fuseki(fuseki.toAbsolutePath().toString());
        return contest;
    }

    List<Peer> peers() {
        return peers;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** That of this process, from whatever directory it is read. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void modelgraph() throws IOException, InterruptedException {
        var database = directory.resolve("modelgraph");
        var begin = System.nanoTime();
        try (var store = KnowledgeGraph.open(database, DefaultGraph.UNION)) {
            store.load(load -> SyntheticQuads.make(quads, load::quad));
        }
        told("modelgraph", begin);
        var port = Peer.freePort();
        var command =
                List.of(
                        java(),
                        HEAP,
                        "-cp",
                        classPath(),
                        Main.class.getName(),
                        "serve",
                        "--empty",
                        "--port",
                        String.valueOf(port),
                        "--database",
                        database.toString(),
                        "--result-cache",
                        "off",
                        "--query-timeout",
                        "300",
                        "--row-limit",
                        "0",
                        "--client-seconds",
                        "0",
                        "--client-errors",
                        "0",
                        "--client-parallel",
                        "0",
                        "--write-token",
                        TOKEN);
        peers.add(
                Peer.start("modelgraph", command, directory, port, List.of("/sparql", "/update")));
    }

    private void fuseki(String jar) throws IOException, InterruptedException {
        var database = directory.resolve("fuseki");
        Files.createDirectories(database);
        var file = directory.resolve("quads.nq");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            StreamRDF lines = StreamRDFLib.writer(out);
            lines.start();
            SyntheticQuads.make(quads, lines::quad);
            lines.finish();
        }
        var begin = System.nanoTime();
        var loading =
                new ProcessBuilder(
                                java(),
                                "-cp",
                                jar,
                                "tdb2.tdbloader",
                                "--loc",
                                database.toString(),
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("load.log").toFile())
                        .start();
        if (loading.waitFor() != 0)
            throw new IllegalStateException(Files.readString(directory.resolve("load.log")));
        told("Fuseki", begin);
        var settings = directory.resolve("fuseki.ttl");
        Files.writeString(settings, settings(database));
        var port = Peer.freePort();
        var command =
                List.of(
                        java(),
                        HEAP,
                        "-jar",
                        jar,
                        "--localhost",
                        "--port=" + port,
                        "--config=" + settings);
        peers.add(
                Peer.start("Fuseki", command, directory, port, List.of("/ds/query", "/ds/update")));
    }

    private static String settings(Path database) {
        return """
        PREFIX fuseki: <http://jena.apache.org/fuseki#>
        PREFIX tdb2: <http://jena.apache.org/2016/tdb#>
        <#service> a fuseki:Service ;
            fuseki:name "ds" ;
            fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "query" ] ;
            fuseki:endpoint [ fuseki:operation fuseki:update ; fuseki:name "update" ] ;
            fuseki:dataset [ a tdb2:DatasetTDB2 ; tdb2:location "%s" ; tdb2:unionDefaultGraph true ] .
        """
                .formatted(database);
    }

    private void told(String name, long begin) {
        System.err.printf(
                "%s loaded %,d quads in %.1f s%n", name, quads, (System.nanoTime() - begin) / 1e9);
    }

    @Override
    public void close() {
        peers.forEach(Peer::close);
    }
}
