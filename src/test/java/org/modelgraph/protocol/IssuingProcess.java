package org.modelgraph.protocol;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.modelgraph.sparql.Parameter;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;

/**
 * An OpenID provider in a process of its own: it publishes a discovery document and its key, issues
 * tokens as it is asked to, and takes a new key when it is told.
 */
final class IssuingProcess {
    private final HttpServer server;
    private volatile RSAKey key = newKey();

    private IssuingProcess(int port) throws IOException {
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(
                "/.well-known/openid-configuration",
                e ->
                        send(
                                e,
                                "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}"
                                        .formatted(base(), base())));
        server.createContext("/keys", e -> send(e, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", e -> send(e, token(e)));
        server.createContext("/rotate", this::rotate);
    }

    static void main(String[] arguments) throws Exception {
        var issuer = new IssuingProcess(Integer.parseInt(arguments[0]));
        issuer.server.start();
        System.out.println(issuer.base());
        System.out.flush();
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void rotate(HttpExchange exchange) throws IOException {
        key = newKey();
        send(exchange, key.getKeyID());
    }

    /** A token with the audience, scope and seconds to live of the query. */
    private String token(HttpExchange exchange) {
        var wanted = new HashMap<String, String>();
        Parameter.parse(Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""))
                .forEach(p -> wanted.put(p.name(), p.value()));
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(wanted.getOrDefault("iss", base()))
                        .subject("anna")
                        .audience(wanted.getOrDefault("aud", "kg"))
                        .claim("scope", wanted.getOrDefault("scope", "kg.write"))
                        .expirationTime(
                                Date.from(
                                        Instant.now()
                                                .plusSeconds(
                                                        Long.parseLong(
                                                                wanted.getOrDefault(
                                                                        "seconds", "300")))))
                        .build();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.parse(wanted.getOrDefault("alg", "RS256")))
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(wanted.getOrDefault("kid", key.getKeyID()))
                        .build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
