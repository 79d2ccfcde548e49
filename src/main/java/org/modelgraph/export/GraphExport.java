package org.modelgraph.export;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.modelgraph.sparql.Format;

import java.util.List;
import java.util.function.BiFunction;

/**
 * A format that is RDF in the terms of others.
 *
 * @param syntaxes the syntaxes that can hold it, the usual one first
 * @param writer gives the statements on a thing
 */
public record GraphExport(
        String name,
        String title,
        List<String> kinds,
        List<String> holds,
        List<Format> syntaxes,
        BiFunction<Knowledge, Node, DatasetGraph> writer)
        implements Export {
    /** What is known of a thing, in the terms of the format. */
    public DatasetGraph quads(Knowledge knowledge, Node thing) {
        return writer.apply(knowledge, thing);
    }
}
