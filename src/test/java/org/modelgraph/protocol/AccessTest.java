package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.Setting;
import org.modelgraph.command.TokensOnTheCommandLine;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** Who may do what: tokens, passwords, scopes, failures. */
class AccessTest {
    @TempDir Path directory;
    private TestServer server;
    private Client client;
    private TokensOnTheCommandLine tokens;

    @BeforeEach
    void start() {
        tokens = new TokensOnTheCommandLine(directory.resolve("db"));
        serve(Map.of());
    }

    private void serve(Map<Setting, String> settings) {
        server = TestServer.writable(directory.resolve("db"), settings);
        client = server.client();
    }

    private void serveAnew(Map<Setting, String> settings) {
        server.close();
        serve(settings);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> write(String graph, String... headers) throws Exception {
        return client.post("/graphs?graph=" + graph, "text/turtle", "<urn:a> <urn:b> 1 .", headers);
    }

    private static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private static String basic(String user, String password) {
        var text = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(text);
    }

    @Test
    void aTokenMadeWhileTheServerRunsWritesWhereItsScopeSaysUntilItIsRevoked() throws Exception {
        var token = tokens.create("--scope", "write:https://a.org/", "--scope", "write:urn:b");
        assertThat(write("https://a.org/g", bearer(token)).statusCode()).isEqualTo(201);
        assertThat(write("urn:b:g", bearer(token)).statusCode()).isEqualTo(201);
        var refused = write("https://b.org/g", bearer(token));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("<https://b.org/g>", "write:https://a.org/", "scope write:PREFIX");
        var update =
                client.post(
                        "/update",
                        "application/sparql-update",
                        "INSERT DATA { <urn:a> <urn:b> 2 . GRAPH <urn:b:g> { <urn:a> <urn:b> 2 } }",
                        bearer(token));
        assertThat(update.statusCode()).isEqualTo(403);
        assertThat(update.body()).contains("the default graph");
        assertThat(client.get("/graphs?graph=urn:b:g", "Accept", "application/n-triples").body())
                .doesNotContain("\"2\"");
        tokens.revoke();
        assertThat(write("urn:b:g", bearer(token)).statusCode()).isEqualTo(401);
    }

    @Test
    void anExpiredTokenIsToldSo() throws Exception {
        var token = tokens.create("--scope", "admin", "--expires", "2020-01-01");
        var refused = write("urn:g", bearer(token));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("expired at 2020-01-01");
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
                .isEqualTo(
                        "Bearer realm=\"modelgraph\", error=\"invalid_token\","
                                + " error_description=\"The bearer token expired at"
                                + " 2020-01-01T00:00:00Z.\"");
    }

    @Test
    void aUserWritesWithAPasswordAndAForeignPageCantUseIt() throws Exception {
        var hash =
                at.favre.lib.crypto.bcrypt.BCrypt.withDefaults()
                        .hashToString(5, "geheim:ß".toCharArray());
        var users = Files.writeString(directory.resolve("users"), "anna:" + hash + ":write:urn:a");
        serveAnew(Map.of(Setting.PASSWORDS, users.toString()));
        var right = basic("anna", "geheim:ß");
        assertThat(write("urn:a", "Authorization", right).statusCode()).isEqualTo(201);
        assertThat(write("urn:b", "Authorization", right).statusCode()).isEqualTo(403);
        var wrong = write("urn:a", "Authorization", basic("anna", "geheim"));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().allValues("WWW-Authenticate"))
                .anyMatch(c -> c.startsWith("Basic realm="));
        for (var foreign :
                new String[][] {{"Sec-Fetch-Site", "cross-site"}, {"Origin", "https://evil.org"}})
            assertThat(write("urn:a", "Authorization", right, foreign[0], foreign[1]).statusCode())
                    .isEqualTo(403);
        assertThat(write("urn:a", "Authorization", right, "Origin", client.base()).statusCode())
                .isEqualTo(204);
    }

    @Test
    void afterTooManyWrongTriesAnAddressMustWaitAndARightTokenNeedNot() throws Exception {
        for (var i = 0; i < 10; i++)
            assertThat(write("urn:g", bearer("wrong-" + i)).statusCode()).isEqualTo(401);
        var waiting = write("urn:g", bearer(TestServer.TOKEN));
        assertThat(waiting.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(waiting.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 301);
        assertThat(write("urn:g", bearer(tokens.create("--scope", "write"))).statusCode())
                .isEqualTo(201);
        assertThat(client.ask("ASK {}").statusCode()).isEqualTo(200);
    }

    @Test
    void whereOnlyTheKnownMayReadTheScopeReadIsNeeded() throws Exception {
        serveAnew(Map.of(Setting.READERS, "known"));
        assertThat(client.ask("ASK {}").statusCode()).isEqualTo(401);
        assertThat(client.get("/graphs?default").statusCode()).isEqualTo(401);
        assertThat(client.get("/ready").statusCode()).isEqualTo(200);
        var writer = tokens.create("--scope", "write");
        assertThat(client.ask("ASK {}", bearer(writer)).statusCode()).isEqualTo(403);
        assertThat(write("urn:g", bearer(writer)).statusCode()).isEqualTo(201);
        var disguised = client.post("/limits", "text/plain", "", "X-HTTP-Method-Override", "GET");
        assertThat(disguised.statusCode()).isEqualTo(405);
        tokens.revoke();
        var reader = tokens.create("--scope", "read");
        assertThat(client.ask("ASK {}", bearer(reader)).statusCode()).isEqualTo(200);
        assertThat(write("urn:g", bearer(reader)).statusCode()).isEqualTo(403);
    }
}
