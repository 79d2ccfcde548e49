package org.modelgraph.bench;

import org.modelgraph.Main;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.KnowledgeGraph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** This server, without its result cache and without limits to what a client may ask. */
record Modelgraph() implements Contender {
    @Override
    public String name() {
        return "modelgraph";
    }

    @Override
    public Optional<String> obstacle(Path target) {
        return Optional.empty();
    }

    @Override
    public Peer start(Site site) throws IOException, InterruptedException {
        try (var store = KnowledgeGraph.open(database(site), DefaultGraph.UNION)) {
            store.load(load -> SyntheticQuads.make(site.quads(), load::quad));
        }
        return restart(site);
    }

    /** Starts it on what it has. */
    static Peer restart(Site site) throws IOException, InterruptedException {
        var program = List.of(Site.java(), Contest.HEAP, "-cp", Site.classPath());
        var port = Peer.freePort();
        var command = new ArrayList<>(program);
        command.add(Main.class.getName());
        command.addAll(arguments(site, port));
        return Peer.start("modelgraph", command, site.directory(), port, "/sparql", "/update");
    }

    /** True if the build has made the distribution, which starts with an AOT cache. */
    static boolean isPackaged(Site site) {
        return Files.exists(launcher(site));
    }

    private static Path launcher(Site site) {
        return site.target().resolve("dist/bin/modelgraph");
    }

    /** Starts that of the distribution on what it has. */
    static Peer packaged(Site site) throws IOException, InterruptedException {
        var port = Peer.freePort();
        var command = new ArrayList<>(List.of(launcher(site).toString()));
        command.addAll(arguments(site, port));
        return Peer.start(
                "modelgraph, packaged", command, site.directory(), port, "/sparql", "/update");
    }

    /** What the program is told, whatever starts it. */
    static List<String> arguments(Site site, int port) {
        return List.of(
                "serve",
                "--empty",
                "--port",
                String.valueOf(port),
                "--database",
                database(site).toString(),
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
                Contest.TOKEN);
    }

    private static Path database(Site site) {
        return site.directory().resolve("modelgraph");
    }
}
