package org.modelgraph.http;

import org.apache.jena.graph.Node;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;

/** The readers of headers and bodies that this package keeps to itself, for tests of others. */
public final class HeaderParsers {
    private static final Clients CLIENTS = new Clients(List.of("127.0.0.0/8", "::1"));

    private HeaderParsers() {}

    /** Reads If-Match and If-None-Match. */
    public static void conditions(String text) {
        Preconditions.of(Optional.of(text), Optional.of(text));
    }

    /** Reads X-Forwarded-For, as a proxy that is believed sends it. */
    public static String client(String text) {
        return CLIENTS.address("127.0.0.1", text);
    }

    /** Reads an RDF Patch for one graph. */
    public static void patch(byte[] body, Optional<Node> target) {
        GraphPatch.patch(new BoundedInput(new ByteArrayInputStream(body), 1 << 20), target);
    }
}
