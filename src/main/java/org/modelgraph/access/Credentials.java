package org.modelgraph.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * All credentials that a server accepts.
 *
 * @param writeToken one token for everybody who writes, if it is set
 */
public record Credentials(
        Optional<String> writeToken,
        TokenFile tokens,
        Optional<PasswordFile> passwords,
        Optional<OpenIdIssuer> issuer) {
    /** True where nobody can show who he is, so that nobody may write. */
    public boolean none() {
        return writeToken.isEmpty()
                && passwords.isEmpty()
                && issuer.isEmpty()
                && tokens.tokens().isEmpty();
    }

    /** The client that shows the one write token. */
    public Optional<Principal> ofWriteToken(String given) {
        return writeToken
                .filter(t -> MessageDigest.isEqual(bytes(t), bytes(given)))
                .map(_ -> new Principal("the write token", Principal.USUAL));
    }

    /** What an issuer's token says of a client; empty where it has not the form of one. */
    public Optional<OpenIdIssuer.Verdict> ofIssuer(String given) {
        return issuer.filter(_ -> OpenIdIssuer.isToken(given)).map(i -> i.check(given));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The user with this password. */
    public Optional<Principal> ofPassword(String name, String password) {
        return passwords.flatMap(p -> p.check(name, password));
    }

    /** What there is, in a few words. */
    public String inWords() {
        if (none()) return "off (no credential is set)";
        var words = new java.util.StringJoiner(", ");
        if (writeToken.isPresent()) words.add("the write token");
        if (!tokens.tokens().isEmpty()) words.add(tokens.tokens().size() + " tokens");
        passwords.ifPresent(p -> words.add(p.users() + " users"));
        issuer.ifPresent(i -> words.add("tokens of " + i.name()));
        return "with " + words;
    }
}
