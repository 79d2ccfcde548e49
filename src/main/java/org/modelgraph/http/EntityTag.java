package org.modelgraph.http;

import org.modelgraph.graph.Document;
import org.modelgraph.graph.Version;
import org.modelgraph.sparql.Format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The strong validator of a representation (RFC 9110 §8.8.3): the same for the same state of the
 * store, the same question and the same form, packed or not; right across restarts.
 *
 * @param text the tag without its quotation marks
 */
public record EntityTag(String text) {
    private static final int DIGITS = 16;

    /** The tag of a graph, or of all of them, by the version that last changed it. */
    public static EntityTag of(Version changed, Format format, Exchange exchange) {
        return new EntityTag(
                changed + "." + format.extension() + (isPacked(exchange) ? ".gz" : ""));
    }

    /**
     * The tag of an answer.
     *
     * @param what all that decides the answer beside the data, as text that stays the same
     */
    public static EntityTag of(Exchange exchange, Version version, Object... what) {
        var parts = Arrays.asList(what) + (isPacked(exchange) ? " gz" : "");
        var hash = Document.hash(List.of(parts.getBytes(StandardCharsets.UTF_8)));
        return new EntityTag(version + "-" + hash.substring(0, DIGITS));
    }

    private static boolean isPacked(Exchange exchange) {
        return exchange.header("Accept-Encoding").orElse("").contains("gzip");
    }

    /**
     * Sends the tag, and 304 where the client has this answer already (RFC 9110 §13.1.2).
     *
     * @return true where nothing is left to be sent
     */
    public boolean settles(Exchange exchange) {
        exchange.vary();
        exchange.context().header("ETag", toString()).header("Cache-Control", "no-cache");
        var held = exchange.header("If-None-Match").map(h -> h.split(","));
        var matches =
                held.isPresent()
                        && Arrays.stream(held.get())
                                .map(h -> h.strip().replaceFirst("^W/", ""))
                                .anyMatch(h -> h.equals("*") || h.equals(toString()));
        if (matches) exchange.context().status(304);
        return matches;
    }

    /** The value of the ETag header. */
    @Override
    public String toString() {
        return "\"" + text + "\"";
    }
}
