package org.modelgraph.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A server that can take part in a contest. */
sealed interface Contender permits Modelgraph, Fuseki, Rdf4j, Oxigraph, Virtuoso {
    /** With its version, where the build doesn't say it. */
    String name();

    /**
     * Why it can't take part here; empty if it can.
     *
     * @param target what the build laid out
     */
    Optional<String> obstacle(Path target);

    /** Gives it the quads and starts it, on the loopback address alone. */
    Peer start(Site site) throws IOException, InterruptedException;
}
