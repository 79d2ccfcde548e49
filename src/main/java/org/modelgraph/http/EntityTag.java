package org.modelgraph.http;

import org.modelgraph.graph.Version;
import org.modelgraph.sparql.Format;

/**
 * The strong entity tag of a graph, or of all of them, in one representation (RFC 9110 §8.8.3): the
 * version that last changed it, the format, and whether it may come packed.
 *
 * @param text the tag without its quotation marks
 */
record EntityTag(String text) {
    static EntityTag of(Version changed, Format format, Exchange exchange) {
        var packed = exchange.header("Accept-Encoding").orElse("").contains("gzip");
        return new EntityTag(changed + "." + format.extension() + (packed ? ".gz" : ""));
    }

    /** The value of the ETag header. */
    @Override
    public String toString() {
        return "\"" + text + "\"";
    }
}
