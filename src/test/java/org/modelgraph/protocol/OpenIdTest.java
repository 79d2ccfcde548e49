package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.Setting;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/** Tokens of an OpenID provider, which runs in a process of its own and signs for real. */
class OpenIdTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir Path directory;
    private Process process;
    private String issuer;
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        startIssuer(0);
        serve(issuer);
    }

    private void startIssuer(int port) throws Exception {
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                IssuingProcess.class.getName(),
                                String.valueOf(port))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        issuer = out.readLine();
    }

    private void serve(String named) {
        server =
                TestServer.writable(
                        directory.resolve("db"),
                        Map.of(
                                Setting.OIDC_ISSUER,
                                named,
                                Setting.OIDC_AUDIENCE,
                                "kg, other",
                                Setting.OIDC_SCOPES,
                                "kg.write=write:urn:, kg.read=read"));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        process.destroyForcibly().waitFor();
    }

    private String ask(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(issuer + path)).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private HttpResponse<String> write(String token) throws Exception {
        return server.client()
                .post(
                        "/graphs?graph=urn:g",
                        "text/turtle",
                        "<urn:a> <urn:b> 1 .",
                        "Authorization",
                        "Bearer " + token);
    }

    private void refuses(String token) throws Exception {
        var response = write(token);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer realm=\"modelgraph\", error=\"invalid_token\"")
                .contains("error_description=");
    }

    @Test
    void aTokenWritesWhereItsScopesLeadAndNowhereElse() throws Exception {
        assertThat(write(ask("/token")).statusCode()).isEqualTo(201);
        assertThat(write(ask("/token?alg=PS256")).statusCode()).isEqualTo(204);
        var reader = write(ask("/token?scope=kg.read"));
        assertThat(reader.statusCode()).isEqualTo(403);
        assertThat(reader.body()).contains("subject anna", "scopes read");
        assertThat(reader.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"insufficient_scope\"");
        assertThat(write(ask("/token?scope=admin")).statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenForOthersOrByOthersOrOfThePastIsRefused() throws Exception {
        refuses(ask("/token?aud=elsewhere"));
        refuses(ask("/token?iss=https://evil.example"));
        refuses(ask("/token?seconds=-90"));
        refuses(ask("/token?alg=RS512"));
        assertThat(write(ask("/token?seconds=-30")).statusCode())
                .as("within a minute")
                .isEqualTo(201);
    }

    @Test
    void aTokenWithoutASignatureOrWithAForgedOneIsRefused() throws Exception {
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject("mallory")
                        .audience("kg")
                        .claim("scope", "kg.write")
                        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                        .build();
        refuses(new PlainJWT(claims).serialize());
        var published = JWKSet.parse(ask("/keys")).getKeys().getFirst().toRSAKey();
        for (var secret :
                new byte[][] {
                    published.toRSAPublicKey().getEncoded(),
                    ask("/keys").getBytes(StandardCharsets.UTF_8)
                }) {
            var forged =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.HS256)
                                    .keyID(published.getKeyID())
                                    .build(),
                            claims);
            forged.sign(new MACSigner(secret));
            refuses(forged.serialize());
        }
        var real = ask("/token");
        refuses(real.substring(0, real.length() - 8) + "AAAAAAAA");
    }

    @Test
    void aNewKeyIsFetchedWhenATokenNamesIt() throws Exception {
        var old = ask("/token");
        assertThat(write(old).statusCode()).isEqualTo(201);
        ask("/rotate");
        assertThat(write(ask("/token")).statusCode()).isEqualTo(204);
        refuses(old);
        refuses(ask("/token?kid=unknown"));
    }

    @Test
    void whileTheIssuerIsDownKnownKeysHoldAndOtherCredentialsWork() throws Exception {
        var token = ask("/token");
        assertThat(write(token).statusCode()).isEqualTo(201);
        process.destroyForcibly().waitFor();
        assertThat(write(token).statusCode()).isEqualTo(204);
        server.close();
        serve(issuer);
        var unknown = write(token);
        assertThat(unknown.statusCode()).isEqualTo(503);
        assertThat(unknown.headers().firstValue("Retry-After")).isPresent();
        assertThat(write(TestServer.TOKEN).statusCode()).isEqualTo(204);
        startIssuer(URI.create(issuer).getPort());
        assertThat(write(ask("/token")).statusCode()).isEqualTo(204);
    }
}
