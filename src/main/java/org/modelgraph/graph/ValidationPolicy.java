package org.modelgraph.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which graphs are held to the shapes, and how strictly. */
public final class ValidationPolicy {
    private static final String DEFAULT_GRAPH = "default";

    private record Entry(String prefix, Enforcement enforcement) {}

    private final List<Entry> entries;

    private ValidationPolicy(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * Reads a policy: words such as {@code warn,https://example.org/=off}. The longest prefix of a
     * graph's name counts; {@code default=} is the default graph; a word alone is for all others,
     * which else are {@link Enforcement#ENFORCE}.
     *
     * @param text words with commas between them
     */
    public static ValidationPolicy of(String text) {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry("", Enforcement.ENFORCE));
        for (var word : text.split(",")) {
            var equals = word.lastIndexOf('=');
            var level = word.substring(equals + 1).strip().toUpperCase(Locale.ROOT);
            entries.addFirst(
                    new Entry(
                            word.substring(0, Math.max(0, equals)).strip(),
                            Enforcement.valueOf(level)));
        }
        entries.sort(Comparator.comparingInt((Entry e) -> e.prefix().length()).reversed());
        return new ValidationPolicy(entries);
    }

    /** How strictly a graph is held to the shapes. */
    public Enforcement of(Node graph) {
        var name = Quad.isDefaultGraph(graph) ? DEFAULT_GRAPH : graph.toString();
        for (var entry : entries) if (name.startsWith(entry.prefix())) return entry.enforcement();
        return Enforcement.ENFORCE;
    }
}
