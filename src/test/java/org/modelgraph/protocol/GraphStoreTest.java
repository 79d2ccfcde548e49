package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.Setting;
import org.modelgraph.command.TokensOnTheCommandLine;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

/** The SPARQL 1.1 Graph Store HTTP Protocol, by its sections. */
class GraphStoreTest {
    private static final String G = "/graphs?graph=urn:g";

    @TempDir Path directory;
    private TestServer server;
    private Client client;
    private WritingClient writer;

    @BeforeEach
    void start() {
        server = TestServer.writable(directory.resolve("db"), Map.of(Setting.UPLOAD_LIMIT, "1"));
        client = server.client();
        writer = new WritingClient(client, TestServer.TOKEN);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String path(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^http://[^/]+", "");
    }

    @Test
    void headTellsWhatGetWouldWithoutABody() throws Exception {
        writer.put(G, "<urn:a> <urn:b> 1 .");
        var head = client.send(client.to(G).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/turtle");
        assertThat(head.headers().firstValue("ETag"))
                .isEqualTo(client.get(G).headers().firstValue("ETag"))
                .isPresent();
        assertThat(
                        client.send(
                                        client.to("/graphs?graph=urn:none")
                                                .method(
                                                        "HEAD",
                                                        HttpRequest.BodyPublishers.noBody()))
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void triplesWithoutAGraphMakeANewOneThatIsFoundAtItsLocation() throws Exception {
        var made = writer.send("POST", "/graphs", "text/turtle", "<urn:a> <urn:b> \"new\" .");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(writer.triples(path(made))).contains("\"new\"");
        var token =
                new TokensOnTheCommandLine(directory.resolve("db"))
                        .create("--scope", "write:https://a.org/");
        var own =
                new WritingClient(client, token)
                        .send("POST", "/graphs", "text/turtle", "<urn:a> <urn:b> 1 .");
        assertThat(own.statusCode()).isEqualTo(201);
        assertThat(path(own)).startsWith("/graphs?graph=https%3A%2F%2Fa.org%2F");
    }

    @Test
    void dumpsGoWhereTheySay() throws Exception {
        var quads = "<urn:a> <urn:b> <urn:c> <urn:g> .\n<urn:a> <urn:b> <urn:d> .\n";
        assertThat(writer.send("POST", "/graphs", "application/n-quads", quads).statusCode())
                .isEqualTo(204);
        assertThat(writer.triples(G)).contains("<urn:c>");
        assertThat(writer.triples("/graphs?default")).contains("<urn:d>");
        var json = "{\"@id\":\"urn:h\",\"@graph\":[{\"@id\":\"urn:a\",\"urn:b\":\"x\"}]}";
        assertThat(writer.send("POST", "/graphs", "application/ld+json", json).statusCode())
                .isEqualTo(204);
        assertThat(writer.triples("/graphs?graph=urn:h")).contains("\"x\"");
    }

    private HttpResponse<String> form(String path, String... files) throws Exception {
        var body = new StringBuilder();
        for (var i = 0; i < files.length; i += 3)
            body.append("--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"")
                    .append(files[i])
                    .append("\"\r\nContent-Type: ")
                    .append(files[i + 1])
                    .append("\r\n\r\n")
                    .append(files[i + 2])
                    .append("\r\n");
        return writer.send(
                "POST",
                path,
                "multipart/form-data; boundary=b",
                body.append("--b--\r\n").toString());
    }

    @Test
    void filesOfAFormAreReadByTheirNamesOrTypes() throws Exception {
        var made =
                form(
                        G,
                        "a.ttl",
                        "application/octet-stream",
                        "<urn:a> <urn:b> 1 .",
                        "b",
                        "application/n-triples",
                        "<urn:a> <urn:b> <urn:c> .");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(writer.triples(G).lines()).hasSize(2);
        assertThat(
                        form("/graphs", "d.nq", "text/plain", "<urn:a> <urn:b> <urn:c> <urn:h> .")
                                .statusCode())
                .isEqualTo(204);
        assertThat(writer.triples("/graphs?graph=urn:h")).isNotEmpty();
        assertThat(form(G, "x.png", "image/png", "x").statusCode()).isEqualTo(415);
        assertThat(form(G, "a.ttl", "text/turtle", "<urn:a>").statusCode()).isEqualTo(400);
        assertThat(form(G).statusCode()).isEqualTo(400);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWholeHoweverItComes() throws Exception {
        var large = "<urn:a> <urn:b> \"" + "x".repeat(1 << 20) + "\" .";
        assertThat(writer.put(G, large).statusCode()).isEqualTo(413);
        assertThat(form(G, "a.ttl", "text/turtle", large).statusCode()).isEqualTo(413);
        var many = "<urn:a> <urn:b> \"" + "x".repeat(1 << 16) + "\" .\n";
        for (var type :
                new String[] {"text/turtle", "application/rdf+xml", "application/ld+json"}) {
            var body =
                    switch (type) {
                        case "text/turtle" -> many.repeat(17);
                        case "application/ld+json" ->
                                "{\"@id\":\"urn:a\",\"urn:b\":\"" + "x".repeat(1 << 20) + "\"}";
                        default ->
                                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                                        + "<!--"
                                        + "x".repeat(1 << 20)
                                        + "--></rdf:RDF>";
                    };
            var chunked =
                    client.send(
                            client.to(G)
                                    .header("Content-Type", type)
                                    .header("Authorization", "Bearer " + TestServer.TOKEN)
                                    .PUT(
                                            HttpRequest.BodyPublishers.ofInputStream(() ->
                                                    new java.io.ByteArrayInputStream(
                                                            body.getBytes(
                                                                    java.nio.charset
                                                                            .StandardCharsets
                                                                            .UTF_8)))));
            assertThat(chunked.statusCode()).as(type).isEqualTo(413);
        }
        assertThat(client.get(G).statusCode()).isEqualTo(404);
    }

    @Test
    void anEmptyGraphIsNoGraph() throws Exception {
        assertThat(writer.put(G, "").statusCode()).isEqualTo(204);
        assertThat(client.get(G).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNotPossibleIsToldWithWhatIs() throws Exception {
        var refused = writer.send("PUT", "/sparql", "text/turtle", "");
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow").orElseThrow())
                .contains("GET", "POST", "OPTIONS");
        assertThat(refused.body()).contains("PUT is not possible at /sparql");
        var options = client.send(client.to("/graphs").method("OPTIONS", none()));
        assertThat(options.headers().firstValue("Allow").orElseThrow()).contains("PATCH");
        assertThat(options.headers().firstValue("Accept-Patch").orElseThrow())
                .contains("application/rdf-patch");
        assertThat(client.get(G + "&format=png").statusCode()).isEqualTo(406);
        assertThat(writer.put("/graphs", "").statusCode()).isEqualTo(400);
    }

    private static HttpRequest.BodyPublisher none() {
        return HttpRequest.BodyPublishers.noBody();
    }
}
