package org.modelgraph.export;

import org.apache.jena.graph.Node;

import java.util.List;
import java.util.function.BiFunction;

/**
 * A format with a syntax of its own.
 *
 * @param mediaType the media type as sent
 * @param extension the file extension, without dot
 * @param writer writes what is known of a thing
 */
public record TextExport(
        String name,
        String title,
        List<String> kinds,
        List<String> holds,
        String mediaType,
        String extension,
        BiFunction<Knowledge, Node, String> writer)
        implements Export {
    /** What is known of a thing, in the format. */
    public String text(Knowledge knowledge, Node thing) {
        return writer.apply(knowledge, thing);
    }
}
