package org.modelgraph.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** A hash of a request, taken of its body while the body is read. */
final class Fingerprint {
    private static final String ATTRIBUTE = "modelgraph.fingerprint";

    private final MessageDigest digest;
    private Optional<InputStream> last = Optional.empty();

    private Fingerprint(MessageDigest digest) {
        this.digest = digest;
    }

    /** The fingerprint of this request, the same object for each call. */
    static Fingerprint of(Exchange exchange) {
        Fingerprint begun = exchange.context().attribute(ATTRIBUTE);
        if (begun != null) return begun;
        var fresh = new Fingerprint(sha256());
        fresh.add(
                String.join(
                        "\n",
                        exchange.method(),
                        exchange.context().path(),
                        Optional.ofNullable(exchange.context().queryString()).orElse(""),
                        exchange.contentType().split(";", 2)[0].strip()));
        exchange.context().attribute(ATTRIBUTE, fresh);
        return fresh;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hash of a text. */
    static String of(String text) {
        return encoded(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    /** The same bytes, which count from now on. */
    InputStream over(InputStream in) {
        var watched = new DigestInputStream(in, digest);
        last = Optional.of(watched);
        return watched;
    }

    /** The hash of the request, the rest of its body included. */
    String value() {
        try {
            if (last.isPresent()) last.get().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encoded(digest.digest());
    }

    private static String encoded(byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
