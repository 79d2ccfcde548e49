package org.modelgraph.graph;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of a write that a client may send again under the same key: enough to recognise it
 * and to answer it as the first time.
 *
 * @param key who sent it under which key, as one hash
 * @param fingerprint a hash of the request, by which another request under the same key is known
 * @param status the HTTP status of the answer
 * @param location where the answer sent the client, if anywhere
 * @param at when it was committed, to the second
 */
public record Receipt(
        String key, String fingerprint, int status, Optional<String> location, Instant at) {
    private static final String SCHEME = "urn:modelgraph:receipt:";

    /** This receipt in one line, from which {@link #ofLine} makes it again. */
    public String toLine() {
        return key + " " + new Kept(this, 0, 0).toIri();
    }

    /**
     * Reads a receipt.
     *
     * @throws IllegalArgumentException where the line is none of a receipt
     */
    public static Receipt ofLine(String line) {
        var blank = line.indexOf(' ');
        if (blank < 0) throw new IllegalArgumentException(line);
        return Kept.ofIri(line.substring(0, blank), line.substring(blank + 1)).receipt();
    }

    /**
     * A receipt and the version that its write made.
     *
     * @param number the number of the version
     * @param place where among the receipts it stands
     */
    record Kept(Receipt receipt, long number, long place) {
        boolean is(Receipt other, Version version) {
            return receipt.toLine().equals(other.toLine()) && number == version.number();
        }

        String toIri() {
            return String.join(
                    ":",
                    SCHEME + receipt.at.getEpochSecond(),
                    String.valueOf(number),
                    String.valueOf(place),
                    String.valueOf(receipt.status),
                    receipt.fingerprint,
                    URLEncoder.encode(receipt.location.orElse(""), StandardCharsets.UTF_8));
        }

        static Kept ofIri(String key, String iri) {
            var parts = iri.substring(SCHEME.length()).split(":", -1);
            var location = URLDecoder.decode(parts[5], StandardCharsets.UTF_8);
            return new Kept(
                    new Receipt(
                            key,
                            parts[4],
                            Integer.parseInt(parts[3]),
                            Optional.of(location).filter(l -> !l.isEmpty()),
                            Instant.ofEpochSecond(Long.parseLong(parts[0]))),
                    Long.parseLong(parts[1]),
                    Long.parseLong(parts[2]));
        }
    }
}
