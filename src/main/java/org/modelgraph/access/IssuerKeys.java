package org.modelgraph.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The keys that an OpenID provider publishes (OpenID Connect Discovery 1.0 §4), asked for when the
 * first one is needed. They are kept for five minutes and asked for again at once where a token
 * names one that is not among them, but at most twice in thirty seconds; while the provider can't
 * be reached, the last ones count for an hour.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST_DOCUMENT = 1 << 20;
    private static final long KEPT_MILLIS = 300_000;
    private static final long REFRESH_MILLIS = 15_000;
    private static final long INTERVAL_MILLIS = 30_000;
    private static final long OUTAGE_MILLIS = 3_600_000;

    private final String issuer;
    private Optional<JWKSource<SecurityContext>> found = Optional.empty();
    private volatile boolean known;

    IssuerKeys(String issuer) {
        this.issuer = issuer;
    }

    /** True where keys have been had before. */
    boolean isKnown() {
        return known;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
            throws KeySourceException {
        return source().get(selector, context);
    }

    private synchronized JWKSource<SecurityContext> source() throws KeySourceException {
        if (found.isEmpty()) found = Optional.of(discover());
        return found.get();
    }

    private JWKSource<SecurityContext> discover() throws KeySourceException {
        try {
            var address = issuer.replaceFirst("/+$", "") + "/.well-known/openid-configuration";
            var document = JSON.readTree(fetch(URI.create(address)).getContent());
            if (!document.path("issuer").asText().equals(issuer))
                throw new RemoteKeySourceException(
                        address + " speaks for " + document.path("issuer"), null);
            var keys = URI.create(document.path("jwks_uri").asText());
            if (!isSafe(keys))
                throw new RemoteKeySourceException(keys + " is neither https nor loopback", null);
            return JWKSourceBuilder.<SecurityContext>create(keys.toURL(), this::retrieve)
                    .cache(KEPT_MILLIS, REFRESH_MILLIS)
                    .rateLimited(INTERVAL_MILLIS)
                    .outageTolerant(OUTAGE_MILLIS)
                    .build();
        } catch (IOException | IllegalArgumentException e) {
            throw new RemoteKeySourceException("no discovery document of " + issuer, e);
        }
    }

    private static boolean isSafe(URI address) {
        return "https".equals(address.getScheme())
                || ("http".equals(address.getScheme())
                        && List.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost()));
    }

    private Resource retrieve(URL address) throws IOException {
        try {
            var resource = fetch(address.toURI());
            known = true;
            return resource;
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static Resource fetch(URI address) throws IOException {
        try (var client =
                HttpClient.newBuilder()
                        .connectTimeout(PATIENCE)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build()) {
            var request =
                    HttpRequest.newBuilder(address)
                            .timeout(PATIENCE)
                            .header("Accept", "application/json")
                            .build();
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                var bytes = body.readNBytes(LARGEST_DOCUMENT);
                if (response.statusCode() != 200)
                    throw new IOException(address + " answers " + response.statusCode());
                return new Resource(
                        new String(bytes, java.nio.charset.StandardCharsets.UTF_8),
                        response.headers().firstValue("Content-Type").orElse("application/json"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
