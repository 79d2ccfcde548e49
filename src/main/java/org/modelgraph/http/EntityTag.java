package org.modelgraph.http;

import org.modelgraph.graph.Document;
import org.modelgraph.graph.Version;
import org.modelgraph.sparql.Format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The strong validator of a representation (RFC 9110 §8.8.3): the same for the same state of the
 * store, the same question and the same form, packed or not; right across restarts.
 *
 * @param text the tag without its quotation marks
 */
public record EntityTag(String text) {
    private static final int DIGITS = 16;

    /** Another build of the program may write the same answer in other bytes. */
    private static final String BUILD =
            Optional.ofNullable(EntityTag.class.getPackage().getImplementationVersion()).orElse("");

    /** The tag of a graph, or of all of them, by the version that last changed it. */
    public static EntityTag of(Version changed, Format format, Exchange exchange) {
        return new EntityTag(
                changed + "." + format.extension() + (exchange.takesGzip() ? ".gz" : ""));
    }

    /**
     * The tag of an answer.
     *
     * @param what all that decides the answer beside the data, as text that stays the same
     */
    public static EntityTag of(Exchange exchange, Version version, Object... what) {
        var parts = BUILD + Arrays.asList(what) + (exchange.takesGzip() ? " gz" : "");
        var hash = Document.hash(List.of(parts.getBytes(StandardCharsets.UTF_8)));
        return new EntityTag(version + "-" + hash.substring(0, DIGITS));
    }

    /** The tag of an answer that is there whole, by what it says. */
    static EntityTag of(Exchange exchange, byte[] body) {
        var hash = Document.hash(List.of(body)).substring(0, 2 * DIGITS);
        return new EntityTag(hash + (exchange.takesGzip() ? ".gz" : ""));
    }

    /**
     * Gives an answer that is there whole the tag of what it says, where it has none yet; and in
     * its place 304 where the client has it already.
     */
    static void apply(Exchange exchange) {
        var context = exchange.context();
        var body = context.resultInputStream();
        if (body == null || !isTaggable(exchange)) return;
        try {
            var bytes = body.readAllBytes();
            context.result(of(exchange, bytes).settles(exchange) ? new byte[0] : bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True of an answer to a read that has no tag and may be kept. */
    static boolean isTaggable(Exchange exchange) {
        var response = exchange.context().res();
        var kept = Optional.ofNullable(response.getHeader("Cache-Control")).orElse("");
        return (exchange.method().equals("GET") || exchange.method().equals("HEAD"))
                && exchange.context().statusCode() == 200
                && response.getHeader("ETag") == null
                && !kept.contains("no-store");
    }

    /**
     * Sends the tag, and 304 where the client has this answer already (RFC 9110 §13.1.2).
     *
     * @return true where nothing is left to be sent
     */
    public boolean settles(Exchange exchange) {
        announce(exchange);
        var matches = isHeldBy(exchange);
        if (matches) exchange.context().status(304);
        return matches;
    }

    /** Sends the tag. */
    void announce(Exchange exchange) {
        exchange.vary();
        exchange.context().header("ETag", toString());
        if (exchange.context().res().getHeader("Cache-Control") == null)
            exchange.context().header("Cache-Control", "no-cache");
    }

    /** True of a client that says that it has the answer of this tag. */
    boolean isHeldBy(Exchange exchange) {
        return exchange.header("If-None-Match").stream()
                .flatMap(h -> Arrays.stream(h.split(",")))
                .map(h -> h.strip().replaceFirst("^W/", ""))
                .anyMatch(h -> h.equals("*") || h.equals(toString()));
    }

    /** The value of the ETag header. */
    @Override
    public String toString() {
        return "\"" + text + "\"";
    }
}
