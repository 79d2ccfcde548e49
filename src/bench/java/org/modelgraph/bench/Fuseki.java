package org.modelgraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Fuseki over TDB2, loaded by Jena's own loader. */
record Fuseki() implements Contender {
    @Override
    public String name() {
        return "Fuseki";
    }

    @Override
    public Optional<String> obstacle(Path target) {
        return Files.exists(jar(target))
                ? Optional.empty()
                : Optional.of("there is no " + jar(target));
    }

    private static Path jar(Path target) {
        return target.resolve("fuseki/jena-fuseki-server.jar").toAbsolutePath();
    }

    @Override
    public Peer start(Site site) throws IOException, InterruptedException {
        var database = Files.createDirectories(site.directory().resolve("fuseki"));
        var jar = jar(site.target()).toString();
        site.run(
                "loader of Fuseki",
                List.of(
                        Site.java(),
                        "-cp",
                        jar,
                        "tdb2.tdbloader",
                        "--loc",
                        database.toString(),
                        site.file().toString()));
        Files.writeString(settings(site), settings(database));
        return restart(site);
    }

    /** Starts it on what it has. */
    static Peer restart(Site site) throws IOException, InterruptedException {
        var port = Peer.freePort();
        var command =
                List.of(
                        Site.java(),
                        Contest.HEAP,
                        "-jar",
                        jar(site.target()).toString(),
                        "--localhost",
                        "--port=" + port,
                        "--config=" + settings(site));
        return Peer.start("Fuseki", command, site.directory(), port, "/ds/query", "/ds/update");
    }

    private static Path settings(Site site) {
        return site.directory().resolve("fuseki.ttl");
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
}
