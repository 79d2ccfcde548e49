package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.ingest.MappingSet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The mappings to other vocabularies as data and as pages. */
class MappingPagesTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final Client client = TestServer.bundled().client();

    @TempDir Path directory;

    private static long rows(Path table) throws Exception {
        try (var lines = Files.lines(table)) {
            return lines.filter(l -> !l.startsWith("#")).skip(1).filter(l -> !l.isBlank()).count();
        }
    }

    @Test
    void theTableHasEveryMappingWithItsReason() throws Exception {
        var expected = 0L;
        try (var tables = Files.list(Path.of("ontology/mappings"))) {
            for (var table : tables.toList()) expected += rows(table);
        }
        var text = client.get("/mappings", "Accept", "text/tab-separated-values").body();
        var lines = text.lines().filter(l -> !l.startsWith("#")).toList();
        assertThat(lines).hasSize((int) expected + 1);
        assertThat(lines.getFirst()).contains("subject_id\t", "\tmapping_justification\t");
        assertThat(lines.stream().skip(1))
                .allMatch(l -> l.contains("\thttps://w3id.org/semapv/vocab/"));
    }

    @Test
    void aVocabularyIsNarrowedToAndReadBack() throws Exception {
        var text = client.get("/mappings?vocabulary=dpv&predicate=exactMatch&format=tsv").body();
        var read = GraphFactory.createDefaultGraph();
        MappingSet.read("answer", "dpv", text, read::add);
        var sent = GraphFactory.createDefaultGraph();
        RDFParser.fromString(
                        client.get("/mappings?vocabulary=dpv&predicate=exactMatch&format=nt")
                                .body(),
                        Lang.NTRIPLES)
                .parse(sent);
        var exact = org.apache.jena.vocabulary.SKOS.exactMatch.asNode();
        assertThat(read.find(null, exact, null).toList())
                .hasSize(14)
                .containsExactlyInAnyOrderElementsOf(sent.find(null, exact, null).toList());
        assertThat(client.get("/mappings?vocabulary=none").statusCode()).isEqualTo(404);
        assertThat(client.get("/mappings", "Accept", "image/png").statusCode()).isEqualTo(406);
    }

    @Test
    void peopleReadThemPageByPageInTheirLanguage() throws Exception {
        var page = client.get("/mappings?lang=en&page=2", "Accept", BROWSER).body();
        assertThat(page).contains("<table>", "rel=\"prev\"", "rel=\"next\"", "semapv:");
        assertThat(client.get("/mappings?lang=zh&vocabulary=wikidata", "Accept", BROWSER).body())
                .contains("与其他词汇表的映射", "http://www.wikidata.org/entity/Q95");
    }

    @Test
    void whatMeansTheSameIsFoundFromEitherSide() throws Exception {
        var ours = "https://w3id.org/modelgraph/organization/google";
        var theirs = "http://www.wikidata.org/entity/Q95";
        for (var iri : new String[] {ours, theirs, "org:google"}) {
            var document =
                    new ObjectMapper()
                            .readTree(
                                    client.get("/sameas?format=json&iri=" + Client.encoded(iri))
                                            .body());
            assertThat(document.get("same")).anyMatch(n -> n.asText().equals(ours));
            assertThat(document.get("same")).anyMatch(n -> n.asText().equals(theirs));
            assertThat(document.at("/because/0/predicate").asText()).endsWith("exactMatch");
        }
        assertThat(
                        client.get("/sameas?iri=" + Client.encoded(theirs), "Accept", "text/turtle")
                                .body())
                .contains("skos:exactMatch");
        assertThat(client.get("/sameas?iri=" + Client.encoded(ours), "Accept", BROWSER).body())
                .contains(theirs);
        assertThat(client.get("/sameas?lang=zh", "Accept", BROWSER).body()).contains("含义相同");
        assertThat(client.get("/sameas?format=json").statusCode()).isEqualTo(400);
        assertThat(client.get("/sameas?iri=a%20b&format=json").statusCode()).isEqualTo(400);
    }

    @Test
    void aContradictionIsToldAndNotFollowed() throws Exception {
        try (var server = TestServer.writable(directory.resolve("db"), Map.of())) {
            var graph =
                    """
                    PREFIX owl: <http://www.w3.org/2002/07/owl#>
                    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                    <https://a.example/1> owl:sameAs <https://b.example/1> .
                    <https://c.example/1> skos:exactMatch <https://b.example/1> .
                    <https://a.example/2> skos:exactMatch <https://c.example/1> .
                    """;
            assertThat(
                            server.client()
                                    .post(
                                            "/graphs?graph=urn:x:g",
                                            "text/turtle",
                                            graph,
                                            "Authorization",
                                            "Bearer " + TestServer.TOKEN)
                                    .statusCode())
                    .isEqualTo(201);
            var document =
                    new ObjectMapper()
                            .readTree(
                                    server.client()
                                            .get("/sameas?format=json&iri=https://c.example/1")
                                            .body());
            assertThat(document.get("same")).hasSize(2);
            assertThat(document.get("contradictions")).hasSize(1);
            assertThat(
                            server.client()
                                    .get(
                                            "/sameas?lang=en&iri=https://c.example/1",
                                            "Accept",
                                            BROWSER)
                                    .body())
                    .contains("Not followed");
        }
    }
}
