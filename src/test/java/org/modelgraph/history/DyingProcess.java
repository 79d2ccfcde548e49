package org.modelgraph.history;

import org.modelgraph.graph.Attribution;
import org.modelgraph.graph.Change;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.Participant;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A process of its own that writes a few times and dies, as suddenly as by kill -9, when the
 * history of a write is on disk and the write itself is not. It prints the version of each write
 * that was acknowledged.
 */
final class DyingProcess {
    static final int STATUS = 137;
    static final String PERISHED = "urn:perished";
    private static final Attribution WHO = new Attribution("dying", Optional.empty());

    private DyingProcess() {}

    static void main(String[] arguments) {
        var loading = arguments[1].equals("load");
        var writes = Integer.parseInt(arguments[2]);
        try (var store = KnowledgeGraph.open(Path.of(arguments[0]), DefaultGraph.UNION)) {
            History.of(store, Retention.EVERYTHING);
            for (var n = 0; n < writes; n++) {
                var quad = KeptStore.quad("urn:g", (int) store.version().number());
                System.out.println(store.write(WHO, overlay -> overlay.add(quad)).number());
            }
            store.enlist(new Killer());
            var last = KeptStore.quad(PERISHED, 1);
            if (loading) store.load(WHO, bulk -> bulk.quad(last));
            else store.write(WHO, overlay -> overlay.add(last));
        }
    }

    /** Comes after the history. */
    private static final class Killer implements Participant {
        @Override
        public void prepare(Change change) {
            if (!change.streamed()) Runtime.getRuntime().halt(STATUS);
        }

        @Override
        public void streamed(Change change) {
            Runtime.getRuntime().halt(STATUS);
        }
    }
}
