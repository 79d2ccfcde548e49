package org.modelgraph.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelgraph.protocol.TestServer;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Data that means harm is refused with its reason, and leaves no trace. */
class HostileUploadsTest {
    private static final String SECRET = "not for the world";

    @TempDir private static Path directory;
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.writable(directory.resolve("db"), Map.of());
        Files.writeString(
                directory.resolve("secret.jsonld"),
                "{\"@context\": {\"p\": \"urn:" + SECRET.replace(' ', '-') + "\"}}");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> send(String type, byte[] body, String... headers)
            throws Exception {
        var request =
                server.client()
                        .to("/graphs?default")
                        .header("Content-Type", type)
                        .header("Authorization", "Bearer " + TestServer.TOKEN)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return server.client().send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpResponse<String> send(String type, String body) throws Exception {
        return send(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(HttpResponse<String> response, int status) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body())
                .doesNotContain("org.apache", "at java.", "apicatalog", "Exception");
        assertThat(server.client().ask("ASK { ?s ?p ?o }").body()).contains("false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/context.jsonld",
                "https://example.org/context.jsonld",
                "file:///etc/passwd",
                "ftp://127.0.0.1/x",
                "jar:file:///x.jar!/y"
            })
    void aContextFromElsewhereIsNotFetched(String address) throws Exception {
        var document = "{\"@context\": \"" + address + "\", \"@id\": \"urn:a\", \"p\": \"x\"}";
        refused(send("application/ld+json", document), 400);
    }

    @Test
    void aContextFromAFileIsNotRead() throws Exception {
        var address = directory.resolve("secret.jsonld").toUri();
        var document = "{\"@context\": \"" + address + "\", \"@id\": \"urn:a\", \"p\": \"x\"}";
        var response = send("application/ld+json", document);
        refused(response, 400);
        assertThat(response.body()).doesNotContain("not-for-the-world");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!-- first --><!DOCTYPE r SYSTEM \"http://127.0.0.1:1/x.dtd\">",
                "<?xml version=\"1.0\"?>\n<!DOCTYPE r [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;&a;\">]>"
            })
    void aDoctypeIsRefused(String prolog) throws Exception {
        var document =
                prolog
                        + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                        + " xmlns:u=\"urn:x:\"><rdf:Description rdf:about=\"urn:a\"><u:p>&x;</u:p>"
                        + "</rdf:Description></rdf:RDF>";
        refused(send("application/rdf+xml", document), 400);
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, <urn:a> <urn:p> , [ <urn:p> , ]",
        "text/turtle, <urn:a> <urn:p> , ( , )",
        "application/trig, <urn:a> <urn:p> , [ <urn:p> , ]"
    })
    void whatIsNestedTooDeeplyIsRefused(String type, String begin, String open, String close)
            throws Exception {
        var deep = 50_000;
        refused(send(type, begin + open.repeat(deep) + "1" + close.repeat(deep) + " ."), 400);
    }

    @Test
    void jsonThatIsNestedTooDeeplyIsRefused() throws Exception {
        var deep = 50_000;
        var document = "{\"urn:p\":".repeat(deep) + "1" + "}".repeat(deep);
        refused(send("application/ld+json", document), 400);
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirLine() throws Exception {
        var good = "<urn:a> <urn:p> \"x\" .\n".getBytes(StandardCharsets.UTF_8);
        var bad = new byte[] {'<', 'u', ':', 'a', '>', ' ', '<', 'u', ':', 'p', '>', ' ', '"'};
        var out = new ByteArrayOutputStream();
        out.write(good);
        out.write(bad);
        out.write(new byte[] {(byte) 0xc3, (byte) 0x28, '"', ' ', '.'});
        var response = send("text/turtle", out.toByteArray());
        assertThat(response.body()).contains("\"line\":2");
        refused(response, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/rdf+thrift", "application/rdf+protobuf"})
    void binarySyntaxesAreNotTaken(String type) throws Exception {
        refused(send(type, "123456789"), 415);
    }

    @ParameterizedTest
    @CsvSource({
        "application/n-triples, <a> <urn:p> <urn:o> .",
        "text/turtle, <urn:a> <urn:p> <urn:x y> ."
    })
    void irisThatAreNoneAreRefused(String type, String document) throws Exception {
        refused(send(type, document), 400);
    }

    @Test
    void aSmallBodyThatUnpacksWithoutEndIsRefused() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            var line = "# nothing but nothing\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
            for (var i = 0; i < 6000; i++) gzip.write(line);
        }
        refused(send("text/turtle", packed.toByteArray(), "Content-Encoding", "gzip"), 413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOAD <file:///etc/passwd>",
                "LOAD <http://127.0.0.1:1/x.ttl> INTO GRAPH <urn:g>",
                "INSERT { ?a ?b ?c } WHERE { SERVICE <http://127.0.0.1:1/> { ?a ?b ?c } }",
                "DELETE { ?a ?b ?c } WHERE { ?a ?b ?c FILTER EXISTS { SERVICE <urn:x> { ?a ?d ?e }"
                        + " } }",
                "INSERT { ?a ?b ?c } WHERE { ?a ?b ?c BIND(<java:java.lang.System>(?c) AS ?d) }"
            })
    void anUpdateThatFetchesIsRefused(String update) throws Exception {
        var response =
                server.client()
                        .post(
                                "/update",
                                "application/sparql-update",
                                update,
                                "Authorization",
                                "Bearer " + TestServer.TOKEN);
        refused(response, 400);
    }
}
