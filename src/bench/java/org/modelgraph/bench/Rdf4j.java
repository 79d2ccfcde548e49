package org.modelgraph.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** RDF4J over its LMDB store, behind the small server beside this. */
record Rdf4j() implements Contender {
    @Override
    public String name() {
        return "RDF4J LMDB";
    }

    @Override
    public Optional<String> obstacle(Path target) {
        return Files.exists(libraries(target))
                ? Optional.empty()
                : Optional.of("there is no " + libraries(target));
    }

    private static Path libraries(Path target) {
        return target.resolve("rdf4j-lmdb.classpath");
    }

    @Override
    public Peer start(Site site) throws IOException, InterruptedException {
        var port = Peer.freePort();
        var source = Peer.program(site, "Rdf4jServer.java.txt", "Rdf4jServer.java");
        var libraries = Files.readString(libraries(site.target())).strip();
        var classes = site.directory().resolve("rdf4j-classes").toString();
        site.run(
                "compiler",
                List.of(
                        Path.of(Site.java()).resolveSibling("javac").toString(),
                        "-cp",
                        libraries,
                        "-d",
                        classes,
                        source.toString()));
        var command =
                List.of(
                        Site.java(),
                        Contest.HEAP,
                        "-Dsun.net.httpserver.nodelay=true",
                        "-cp",
                        classes + File.pathSeparator + libraries,
                        "Rdf4jServer",
                        String.valueOf(port),
                        site.directory().resolve("rdf4j").toString(),
                        site.file().toString());
        return Peer.start(name(), command, site.directory(), port, "/query", "/update");
    }
}
