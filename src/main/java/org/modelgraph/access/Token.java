package org.modelgraph.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A bearer token as it is kept: everything but its text.
 *
 * @param id names the token where it is listed and revoked
 * @param label what it is for
 * @param hash the SHA-256 of its text, in hexadecimal
 * @param scopes what it allows
 * @param expires from when on it is no longer accepted, if ever
 */
public record Token(
        String id,
        String label,
        String hash,
        List<Scope> scopes,
        Instant created,
        Optional<Instant> expires) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** The text of a new token: 256 random bits behind a prefix by which scanners know it. */
    static String newText() {
        var bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return "mg_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** True from the moment on at which it is no longer accepted. */
    public boolean isExpired(Instant now) {
        return expires.filter(e -> !e.isAfter(now)).isPresent();
    }

    /** The client that shows this token. */
    public Principal principal() {
        return new Principal("token " + label, scopes);
    }
}
