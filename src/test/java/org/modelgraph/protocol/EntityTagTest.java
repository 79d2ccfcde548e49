package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.Setting;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Every read has a strong entity tag that holds as long as the answer is the same. */
class EntityTagTest {
    private static final List<String> PATHS =
            List.of(
                    "/",
                    "/assets/modelgraph.css",
                    "/models",
                    "/models.csv",
                    "/search?q=tiny",
                    "/api/suggest?q=tiny",
                    "/queries",
                    "/model/tiny",
                    "/data/model/tiny.ttl",
                    "/describe?iri=urn:other",
                    "/sparql?query="
                            + Client.encoded("SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o")
                            + "&format=csv",
                    "/sparql?query=" + Client.encoded("ASK {}") + "&format=json",
                    "/graphs?graph=urn:g",
                    "/changes",
                    "/changes.atom",
                    "/changes.rdfp",
                    "/changes/1.json");

    @TempDir Path directory;

    private static void write(TestServer server, int number) throws Exception {
        var turtle =
                """
                <https://w3id.org/modelgraph/model/tiny> a <https://w3id.org/modelgraph/ns/Model> ;
                    <http://www.w3.org/2000/01/rdf-schema#label> "tiny NUMBER" .
                <urn:other> <urn:p> NUMBER .
                """
                        .replace("NUMBER", String.valueOf(number));
        var writer = new WritingClient(server.client(), TestServer.TOKEN);
        assertThat(writer.put("/graphs?graph=urn:g", turtle).statusCode() / 100).isEqualTo(2);
    }

    private static String tag(Client client, String path) throws Exception {
        var response = client.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        var tag = response.headers().firstValue("ETag");
        assertThat(tag).as(path).isPresent();
        assertThat(tag.get()).as(path).matches("\"[^\"]+\"");
        return tag.get();
    }

    @Test
    void everyReadHasATagThatIs304UntilTheAnswerChanges() throws Exception {
        var settings = Map.<Setting, String>of();
        try (var server = TestServer.writable(directory.resolve("db"), settings)) {
            var client = server.client();
            write(server, 1);
            for (var path : PATHS) {
                var tag = tag(client, path);
                var again = client.get(path, "If-None-Match", tag);
                assertThat(again.statusCode()).as(path).isEqualTo(304);
                assertThat(again.body()).as(path).isEmpty();
                assertThat(client.get(path, "If-None-Match", "\"else\"").statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
            var data = tag(client, "/data/model/tiny.ttl");
            write(server, 2);
            assertThat(client.get("/data/model/tiny.ttl", "If-None-Match", data).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aTagHoldsAfterARestart() throws Exception {
        var settings = Map.<Setting, String>of();
        var held =
                List.of(
                        "/data/model/tiny.ttl",
                        "/graphs?graph=urn:g",
                        PATHS.get(10),
                        "/assets/modelgraph.css");
        var tags = new java.util.ArrayList<String>();
        try (var server = TestServer.writable(directory.resolve("db"), settings)) {
            write(server, 1);
            for (var path : held) tags.add(tag(server.client(), path));
        }
        try (var server = TestServer.writable(directory.resolve("db"), settings)) {
            for (var i = 0; i < held.size(); i++)
                assertThat(
                                server.client()
                                        .get(held.get(i), "If-None-Match", tags.get(i))
                                        .statusCode())
                        .as(held.get(i))
                        .isEqualTo(304);
        }
    }

    @Test
    void anAnswerThatIsNeverTheSameHasNeverTheSameTag() throws Exception {
        try (var server = TestServer.writable(directory.resolve("db"), Map.of())) {
            var path = "/sparql?query=" + Client.encoded("SELECT (UUID() AS ?u) {}");
            assertThat(tag(server.client(), path)).isNotEqualTo(tag(server.client(), path));
        }
    }

    @Test
    void withoutACredentialNobodyWrites() throws Exception {
        var settings = Map.of(Setting.WRITE_TOKEN, "");
        try (var server = TestServer.writable(directory.resolve("db"), settings)) {
            for (var header : new String[] {"Bearer x", "Basic eDp5", "Bearer " + TestServer.TOKEN})
                assertThat(
                                server.client()
                                        .post(
                                                "/update",
                                                "application/sparql-update",
                                                "CLEAR ALL",
                                                "Authorization",
                                                header)
                                        .statusCode())
                        .isEqualTo(403);
        }
    }
}
