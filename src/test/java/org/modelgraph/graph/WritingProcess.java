package org.modelgraph.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.modelgraph.maintenance.Backups;

import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * A process of its own that writes until it is killed. It prints a line after each write that was
 * acknowledged; each write holds quads that belong together.
 */
final class WritingProcess {
    static final int QUADS_A_COMMIT = 10;
    static final int QUADS_A_LOAD = 20_000;

    private WritingProcess() {}

    static void main(String[] arguments) {
        var loading = arguments[1].equals("load");
        try (var store = KnowledgeGraph.open(Path.of(arguments[0]), DefaultGraph.STORED)) {
            var backups = new Backups(Path.of(arguments[0]).resolve("backups"));
            beside(arguments[1], store, backups);
            for (var n = Long.parseLong(arguments[2]); ; n++) {
                if (loading) load(store, n);
                else commit(store, n);
                System.out.println(n);
                System.out.flush();
            }
        }
    }

    /** Compacts or backs up all the while. */
    private static void beside(String mode, KnowledgeGraph store, Backups backups) {
        Runnable work =
                switch (mode) {
                    case "compact" -> () -> store.upkeep().compact();
                    case "backup" -> () -> backups.create(store);
                    default -> () -> {};
                };
        if (mode.equals("compact") || mode.equals("backup"))
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> {
                        while (true) work.run();
                    });
    }

    static Node graph(long n) {
        return NodeFactory.createURI("urn:write:" + n);
    }

    private static Quad quad(long n, int i) {
        return Quad.create(
                graph(n),
                NodeFactory.createURI("urn:s:" + n + ":" + i),
                NodeFactory.createURI("urn:p"),
                NodeFactory.createLiteralString("value " + n + " " + i));
    }

    private static void commit(KnowledgeGraph store, long n) {
        store.write(overlay ->
                IntStream.range(0, QUADS_A_COMMIT).mapToObj(i -> quad(n, i)).forEach(overlay::add));
    }

    private static void load(KnowledgeGraph store, long n) {
        store.load(sink ->
                IntStream.range(0, QUADS_A_LOAD).mapToObj(i -> quad(n, i)).forEach(sink::quad));
    }
}
