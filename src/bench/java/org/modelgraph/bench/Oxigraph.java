package org.modelgraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Oxigraph as Node.js has it: WebAssembly, in memory, behind the small server beside this. */
record Oxigraph() implements Contender {
    /** What WebAssembly of 4 GiB takes. */
    private static final long MOST = 3_000_000;

    @Override
    public String name() {
        return "Oxigraph";
    }

    @Override
    public Optional<String> obstacle(Path target) {
        if (!Files.exists(module(target)))
            return Optional.of(
                    "there is no "
                            + module(target)
                            + " (npm install --prefix "
                            + target.resolve("npm")
                            + " oxigraph)");
        return node().isEmpty() ? Optional.of("there is no Node.js") : Optional.empty();
    }

    private static Path module(Path target) {
        return target.resolve("npm/node_modules/oxigraph");
    }

    private static Optional<Path> node() {
        return Peer.onPath("node");
    }

    @Override
    public Peer start(Site site) throws IOException, InterruptedException {
        if (site.quads() > MOST)
            throw new IllegalStateException("Oxigraph in WebAssembly has no room for so many");
        var port = Peer.freePort();
        var command =
                List.of(
                        node().orElseThrow().toString(),
                        "--max-old-space-size=4096",
                        Peer.program(site, "oxigraph.cjs", "oxigraph.cjs").toString(),
                        module(site.target()).toAbsolutePath().toString(),
                        String.valueOf(port),
                        site.file().toString());
        return Peer.start(name(), command, site.directory(), port, "/query", "/update");
    }
}
