package org.modelgraph.command;

import org.modelgraph.Setting;
import org.modelgraph.graph.KnowledgeGraph;

import java.util.Locale;

/** {@code compact}: gives back the room that past states of a store take. */
final class CompactCommand extends Command {
    private static final double MEBIBYTE = 1 << 20;

    CompactCommand() {
        super(
                "compact",
                "Gives back the room that past states of a store take; the store is one that no"
                        + " server has open. A server compacts its own.",
                Setting.DATABASE);
    }

    @Override
    public Integer call() {
        try (var store = KnowledgeGraph.open(settings().database(), settings().defaultGraph())) {
            var outcome = store.upkeep().compact();
            out().printf(
                            Locale.ROOT,
                            "Compacted %s in %.1f s: %.1f MiB, before %.1f MiB; version %s%n",
                            settings().database(),
                            outcome.duration().toMillis() / 1000.0,
                            outcome.after().real() / MEBIBYTE,
                            outcome.before().real() / MEBIBYTE,
                            outcome.version());
            out().flush();
        }
        return CommandLineInterface.DONE;
    }
}
