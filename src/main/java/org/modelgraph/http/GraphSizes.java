package org.modelgraph.http;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.modelgraph.graph.Version;
import org.modelgraph.graph.View;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many triples the graphs of one state of the store hold.
 *
 * @param named by the names of the named graphs; -1 where the store holds more than {@link #LIMIT}
 *     quads, and nothing was counted to the end
 * @param ofDefaultGraph the size of the stored default graph, or -1
 * @param together the size of all graphs together as one, or -1
 */
record GraphSizes(Version version, Map<String, Long> named, long ofDefaultGraph, long together) {
    /** Up to so many quads are counted. */
    static final long LIMIT = 2_000_000;

    private static final long UNKNOWN = -1;

    /** Counts, in a time that grows with the store up to the limit. */
    static GraphSizes of(View view) {
        var names = new TreeMap<String, Long>();
        for (var graph : Iter.toList(view.dataset().listGraphNodes()))
            if (graph.isURI()) names.put(graph.getURI(), UNKNOWN);
        var left = LIMIT;
        for (var name : names.entrySet()) {
            var size = size(view, org.apache.jena.graph.NodeFactory.createURI(name.getKey()), left);
            if (size < 0) return new GraphSizes(view.version(), unknown(names), UNKNOWN, UNKNOWN);
            name.setValue(size);
            left -= size;
        }
        var stored = size(view, Quad.defaultGraphIRI, left);
        return new GraphSizes(view.version(), names, stored, together(view));
    }

    private static Map<String, Long> unknown(Map<String, Long> names) {
        names.replaceAll((_, _) -> UNKNOWN);
        return names;
    }

    private static long size(View view, Node graph, long most) {
        var quads = view.dataset().find(graph, Node.ANY, Node.ANY, Node.ANY);
        try {
            var size = 0L;
            while (quads.hasNext()) {
                quads.next();
                if (++size > most) return UNKNOWN;
            }
            return size;
        } finally {
            Iter.close(quads);
        }
    }

    private static long together(View view) {
        return Iter.count(view.everything().find());
    }
}
