package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelgraph.ontology.Bundled;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Every IRI of the graph leads to a page and to data. */
class LinkedDataTest {
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final Client client = TestServer.bundled().client();

    private static org.apache.jena.graph.Graph parsed(String body, String lang) {
        return RDFParser.source(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                .lang(RDFLanguages.nameToLang(lang))
                .base("http://x/")
                .toDatasetGraph()
                .getDefaultGraph();
    }

    @Test
    void aThingLeadsABrowserToItsPage() throws Exception {
        var response = client.get("/id/model/gpt-4", "Accept", BROWSER);
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains("/model/gpt-4");
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, ttl",
        "application/ld+json, jsonld",
        "application/n-triples, nt",
        "application/rdf+xml, rdf",
        "application/trig, trig",
        "application/n-quads, nq"
    })
    void aThingLeadsAProgramToItsData(String accept, String ending) throws Exception {
        var response = client.get("/id/model/gpt-4", "Accept", accept);
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location"))
                .contains("/data/model/gpt-4." + ending);
        assertThat(
                        client.get("/data/model/gpt-4." + ending)
                                .headers()
                                .firstValue("Content-Type")
                                .orElseThrow())
                .startsWith(accept);
    }

    @ParameterizedTest
    @CsvSource({
        "ttl, Turtle",
        "jsonld, JSON-LD",
        "nt, N-Triples",
        "rdf, RDF/XML",
        "trig, TriG",
        "nq, N-Quads"
    })
    void theDataAreTheSameInEverySyntax(String ending, String lang) throws Exception {
        var reference = parsed(client.get("/data/limitation/hallucination.nt").body(), "N-Triples");
        assertThat(
                        parsed(client.get("/data/limitation/hallucination." + ending).body(), lang)
                                .isIsomorphicWith(reference))
                .isTrue();
    }

    @Test
    void theDataHoldWhatIsSaidOfAThingAndWhatPointsAtIt() throws Exception {
        var graph = parsed(client.get("/data/technique/rlhf.ttl").body(), "Turtle");
        var rlhf = NodeFactory.createURI("https://w3id.org/modelgraph/technique/rlhf");
        assertThat(graph.contains(rlhf, Node.ANY, Node.ANY)).isTrue();
        assertThat(
                        graph.contains(
                                Node.ANY,
                                NodeFactory.createURI("https://w3id.org/modelgraph/ns/technique"),
                                rlhf))
                .isTrue();
    }

    @Test
    void thePageShowsLabelsSourcesAndWhatPointsAtTheThing() throws Exception {
        var page =
                client.get("/claim/gpt-4-technical-report-t1-lsat-gpt-4", "Accept", BROWSER).body();
        assertThat(page)
                .contains("163 (~88th)", "Table 1", "GPT-4 Technical Report")
                .contains("/benchmark/lsat");
        assertThat(client.get("/limitation/hallucination", "Accept", BROWSER).body())
                .contains("hallucination")
                .contains("/claim/");
    }

    @Test
    void thePageSpeaksTheReadersLanguage() throws Exception {
        assertThat(
                        client.get(
                                        "/limitation/hallucination",
                                        "Accept",
                                        BROWSER,
                                        "Accept-Language",
                                        "zh-CN,zh;q=0.9")
                                .body())
                .contains("lang=\"zh")
                .contains("幻觉");
        assertThat(client.get("/limitation/hallucination?lang=zh", "Accept", BROWSER).body())
                .contains("<h1")
                .contains("幻觉");
        assertThat(
                        client.get(
                                        "/limitation/hallucination",
                                        "Accept",
                                        BROWSER,
                                        "Accept-Language",
                                        "fr")
                                .headers()
                                .firstValue("Content-Language"))
                .contains("en");
    }

    @Test
    void theAddressOfAPageGivesDataToAProgram() throws Exception {
        var response = client.get("/model/gpt-4", "Accept", "text/turtle");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Location"))
                .contains("/data/model/gpt-4.ttl");
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/turtle");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ns",
                "/ns/Model",
                "/ns/hasLimitation",
                "/technique",
                "/technique/rlhf",
                "/graph/seed",
                "/source/seed",
                "/code/speculated",
                "/rule/hasLimitation",
                "/describe?iri=https%3A%2F%2Fw3id.org%2Fairo%23Risk"
            })
    void everythingHasAPage(String path) throws Exception {
        assertThat(client.get(path, "Accept", BROWSER).statusCode()).isEqualTo(200);
    }

    @Test
    void oneThingOfEveryKindDereferences() throws Exception {
        var things =
                Bundled.values(
                        "s",
                        "SELECT (MIN(STR(?x)) AS ?s) { ?x a ?class FILTER(STRSTARTS(STR(?x),"
                                + " 'https://w3id.org/modelgraph/')) } GROUP BY ?class");
        assertThat(things).hasSizeGreaterThan(25);
        for (var thing : things) {
            var path = thing.substring("https://w3id.org/modelgraph".length());
            var response = client.get("/id" + path, "Accept", BROWSER);
            assertThat(response.statusCode()).as(thing).isEqualTo(303);
            assertThat(
                            client.get(
                                            response.headers().firstValue("Location").orElseThrow(),
                                            "Accept",
                                            BROWSER)
                                    .statusCode())
                    .as(thing)
                    .isEqualTo(200);
        }
    }

    @Test
    void irisInDataStayWhatTheyAre() throws Exception {
        assertThat(client.get("/data/model/gpt-4.nt").body())
                .contains("<https://w3id.org/modelgraph/model/gpt-4>")
                .doesNotContain(client.base());
    }

    @Test
    void pagesAskNobodyElse() throws Exception {
        var response = client.get("/", "Accept", BROWSER);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(response.body())
                .doesNotContainPattern("(src|href)=\"https?://[^\"]*\\.(css|js|woff2?)\"")
                .doesNotContain("<script>");
    }
}
