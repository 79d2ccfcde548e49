package org.modelgraph.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.Document;
import org.modelgraph.graph.Faults;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.history.PatchLines;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What stands in the stores of servers that have ended. */
final class Stores {
    private Stores() {}

    /**
     * Holds stores to have one hash over all quads, labels of blank nodes included, with each of
     * the writes in it once.
     */
    static void requireSame(Path directory, List<String> names, int writes) {
        var hashes = new TreeSet<String>();
        for (var name : names) {
            var lines = lines(directory.resolve(name).resolve("db"));
            for (var n = 0; n < writes; n += 97) {
                var graph = "<urn:write:" + n + ">";
                assertThat(lines.stream().filter(l -> l.endsWith(graph) && l.contains("<urn:p>")))
                        .as(graph)
                        .hasSize(4);
            }
            assertThat(lines.stream().filter(l -> l.contains("<urn:p>")))
                    .as(name)
                    .hasSize(4 * writes);
            assertThat(lines).noneMatch(l -> l.contains("urn:refused"));
            var text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            hashes.add(Document.hash(List.of(text)));
        }
        assertThat(hashes).as("states").hasSize(1);
        Faults.tell("%d stores, one hash: %s", names.size(), hashes.first());
    }

    private static SortedSet<String> lines(Path database) {
        try (var store = KnowledgeGraph.open(database, DefaultGraph.UNION)) {
            var lines = new TreeSet<String>();
            store.read(view -> {
                view.dataset()
                        .find()
                        .forEachRemaining(q -> lines.addAll(PatchLines.of(List.of(q))));
                return true;
            });
            return lines;
        }
    }
}
