package org.modelgraph.http;

import org.modelgraph.graph.Version;

import java.util.Arrays;

/**
 * The strong validator of a representation (RFC 9110 §8.8.3): the same for the same state of the
 * store, the same question and the same form, packed or not.
 */
record EntityTag(String text) {
    /**
     * The tag of an answer.
     *
     * @param what all that decides the answer beside the data
     */
    static EntityTag of(Exchange exchange, Version version, Object... what) {
        var packed = exchange.header("Accept-Encoding").orElse("");
        var rest = Arrays.asList(what).hashCode() * 31 + packed.hashCode();
        return new EntityTag('"' + version.toString() + '-' + Integer.toHexString(rest) + '"');
    }

    /**
     * Sends the tag, and 304 where the client has this answer already (RFC 9110 §13.1.2).
     *
     * @return true where nothing is left to be sent
     */
    boolean settles(Exchange exchange) {
        exchange.vary();
        exchange.context().header("ETag", text).header("Cache-Control", "no-cache");
        var held = exchange.header("If-None-Match").map(h -> h.split(","));
        var matches =
                held.isPresent()
                        && Arrays.stream(held.get())
                                .map(h -> h.strip().replaceFirst("^W/", ""))
                                .anyMatch(h -> h.equals("*") || h.equals(text));
        if (matches) exchange.context().status(304);
        return matches;
    }
}
