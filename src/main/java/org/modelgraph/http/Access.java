package org.modelgraph.http;

import org.modelgraph.access.Credentials;
import org.modelgraph.access.FailedTries;
import org.modelgraph.access.OpenIdIssuer;
import org.modelgraph.access.Principal;
import org.modelgraph.access.Token;
import org.modelgraph.problem.Problem;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Finds out who a client is (RFC 9110 §11, RFC 6750, RFC 7617).
 *
 * <p>Who sends wrong credentials too often must wait. A generated token that is right is let pass
 * all the same: 256 random bits can't be found by trying, and so nobody can lock out others behind
 * the same address.
 */
final class Access {
    private static final String CLIENT = "modelgraph.client";
    static final int FAILED_TRIES = 10;
    static final Duration WINDOW = Duration.ofMinutes(5);

    private final Credentials credentials;
    private final boolean readableByAnyone;
    private final Clients clients;
    private final FailedTries failures = new FailedTries(FAILED_TRIES, WINDOW);

    /**
     * Access to a server.
     *
     * @param clients tells apart who tries, also behind proxies
     */
    Access(Credentials credentials, boolean readableByAnyone, Clients clients) {
        this.credentials = credentials;
        this.clients = clients;
        this.readableByAnyone = readableByAnyone;
    }

    /** Whether there is anybody who may write. */
    boolean isWritable() {
        return !credentials.none();
    }

    /**
     * Lets everybody read, or those who may; what a machine must know of the server is open.
     *
     * @throws Problem 401 or 403 where this client may not read
     */
    void requireReader(Exchange exchange) {
        var path = exchange.context().path();
        if (readableByAnyone
                || path.startsWith("/assets/")
                || path.equals("/health")
                || path.equals("/ready")) return;
        var client = require(exchange, "Reading here needs a credential.");
        if (!client.mayRead())
            throw Problem.of(
                            Problem.Kind.FORBIDDEN,
                            "The " + client.name() + " may not read: the scope read is missing.")
                    .hint("Use a credential with the scope read.");
    }

    /** True where there is a credential, so that somebody may write. */
    boolean mayAnyoneWrite() {
        return !credentials.none();
    }

    /**
     * The client that wants to write; whether it may write to a graph is another question.
     *
     * @throws Problem 403 where nobody may write, 401 where the credential is missing or wrong, 429
     *     after too many failures
     */
    Principal requireWriter(Exchange exchange) {
        if (credentials.none())
            throw Problem.of(Problem.Kind.FORBIDDEN, "This server is read-only.")
                    .hint(
                            "It takes writes as soon as there is a credential, such as one made"
                                    + " with modelgraph token create.");
        return require(exchange, "Writing needs a credential.");
    }

    /**
     * The client that wants to administer the server.
     *
     * @throws Problem as for writing, and 403 where the scope admin is missing
     */
    Principal requireAdmin(Exchange exchange) {
        var client = requireWriter(exchange);
        if (!client.isAdmin())
            throw Problem.of(
                            Problem.Kind.FORBIDDEN,
                            "This needs the scope admin, and the "
                                    + client.name()
                                    + " has "
                                    + client.scopesInWords()
                                    + ".")
                    .hint("Use a token with the scope admin.");
        return client;
    }

    private Principal require(Exchange exchange, String need) {
        var client = identify(exchange, need);
        exchange.context().attribute(CLIENT, client.name());
        return client;
    }

    /** The name of the client that has shown who it is, if it has. */
    static Optional<String> client(Exchange exchange) {
        return Optional.ofNullable(exchange.context().<String>attribute(CLIENT));
    }

    private Principal identify(Exchange exchange, String need) {
        var header = exchange.header("Authorization").orElse("").strip();
        if (header.isEmpty()) throw challenge(exchange, need, Optional.empty());
        var blank = header.indexOf(' ');
        var scheme = header.substring(0, Math.max(0, blank)).toLowerCase(java.util.Locale.ROOT);
        var given = header.substring(blank + 1).strip();
        return switch (scheme) {
            case "bearer" -> bearer(exchange, given);
            case "basic" -> basic(exchange, given);
            default ->
                    throw challenge(
                            exchange,
                            "The Authorization header names no scheme that is known here.",
                            Optional.empty());
        };
    }

    private Principal bearer(Exchange exchange, String given) {
        var now = Instant.now();
        var token = credentials.tokens().find(given);
        if (token.isPresent() && !token.get().isExpired(now)) return token.get().principal();
        var verdict = credentials.ofIssuer(given);
        if (verdict.isPresent() && verdict.get().client().isPresent())
            return verdict.get().client().get();
        requirePatience(exchange, now);
        return credentials
                .ofWriteToken(given)
                .orElseThrow(() -> {
                    failures.remember(clients.of(exchange), now);
                    return challenge(
                            exchange,
                            token.flatMap(Token::expires)
                                    .map(e -> "The bearer token expired at " + e + ".")
                                    .or(() -> verdict.map(OpenIdIssuer.Verdict::reason))
                                    .orElse("The bearer token is not a valid one."),
                            Optional.of("invalid_token"));
                });
    }

    private Principal basic(Exchange exchange, String given) {
        requireSameSite(exchange);
        var now = Instant.now();
        requirePatience(exchange, now);
        var text = decoded(given);
        var colon = text.indexOf(':');
        var client =
                colon < 0
                        ? Optional.<Principal>empty()
                        : credentials.ofPassword(
                                text.substring(0, colon), text.substring(colon + 1));
        return client.orElseThrow(() -> {
            failures.remember(clients.of(exchange), now);
            return challenge(exchange, "The user name or the password is wrong.", Optional.empty());
        });
    }

    private static String decoded(String given) {
        try {
            return new String(Base64.getDecoder().decode(given), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** A browser sends a password that it remembers wherever a page of anybody makes it go. */
    private static void requireSameSite(Exchange exchange) {
        var site = exchange.header("Sec-Fetch-Site").orElse("none");
        var origin = exchange.header("Origin");
        var foreign =
                !(site.equals("none") || site.equals("same-origin"))
                        || (origin.isPresent() && !isOwn(origin.get(), exchange));
        if (foreign)
            throw Problem.of(
                            Problem.Kind.FORBIDDEN,
                            "A page of another site may not use a password here.")
                    .hint("Use a bearer token.");
    }

    private static boolean isOwn(String origin, Exchange exchange) {
        try {
            return exchange.header("Host").orElse("").equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void requirePatience(Exchange exchange, Instant now) {
        var wait = failures.wait(clients.of(exchange), now);
        if (wait.isEmpty()) return;
        var seconds = wait.get().toSeconds() + 1;
        exchange.context().header("Retry-After", String.valueOf(seconds));
        throw Problem.of(
                        Problem.Kind.TOO_MANY_TRIES,
                        "Too many wrong credentials came from this address.")
                .hint("Try again in " + seconds + " s.");
    }

    /** The description of an error, in the characters that RFC 6750 §3 allows. */
    private static String description(String detail) {
        return ", error_description=\"" + Headers.ascii(detail).replaceAll("[\"\\\\]", "'") + "\"";
    }

    /**
     * Tells a client with a bearer token that the token does not allow what it wants (RFC 6750
     * §3.1).
     */
    static void tellInsufficient(Exchange exchange, Problem refusal) {
        var scheme = exchange.header("Authorization").orElse("").strip();
        if (scheme.regionMatches(true, 0, "bearer ", 0, 7))
            exchange.context()
                    .res()
                    .addHeader(
                            "WWW-Authenticate",
                            "Bearer realm=\"modelgraph\", error=\"insufficient_scope\""
                                    + description(refusal.detail()));
    }

    private Problem challenge(Exchange exchange, String detail, Optional<String> error) {
        var response = exchange.context().res();
        response.addHeader(
                "WWW-Authenticate",
                "Bearer realm=\"modelgraph\""
                        + error.map(e -> ", error=\"" + e + "\"" + description(detail)).orElse(""));
        if (credentials.passwords().isPresent())
            response.addHeader("WWW-Authenticate", "Basic realm=\"modelgraph\", charset=\"UTF-8\"");
        return Problem.of(Problem.Kind.UNAUTHORIZED, detail)
                .hint("Send the header Authorization: Bearer TOKEN.");
    }
}
