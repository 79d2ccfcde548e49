package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** The query operation of the SPARQL 1.1 Protocol (§2.1), and the formats of its answers. */
class QueryOperationTest {
    private static final String MODELS =
            "PREFIX mg: <https://w3id.org/modelgraph/ns/> SELECT ?m { ?m a mg:Model } ORDER BY ?m";
    private static final String PASSAGES =
            "PREFIX mg: <https://w3id.org/modelgraph/ns/> SELECT * { ?c mg:statedIn ?p . ?p"
                    + " mg:locator ?l }";
    private static final String CONSTRUCT =
            "PREFIX mg: <https://w3id.org/modelgraph/ns/> CONSTRUCT { ?m a mg:Model } { ?m a"
                    + " mg:Model }";

    private static Client client;

    @BeforeAll
    static void start() {
        client = TestServer.bundled().client();
    }

    @Test
    void theThreeWaysToAskGiveTheSameAnswer() throws Exception {
        var byGet = client.ask(MODELS);
        var byForm =
                client.post(
                        "/sparql",
                        "application/x-www-form-urlencoded",
                        "query=" + Client.encoded(MODELS));
        var direct = client.post("/sparql", "application/sparql-query", MODELS);
        assertThat(byGet.statusCode()).isEqualTo(200);
        assertThat(byGet.body())
                .contains("https://w3id.org/modelgraph/model/gpt-4")
                .isEqualTo(byForm.body())
                .isEqualTo(direct.body());
    }

    @Test
    void aShortAnswerGoesOutInOnePiece() throws Exception {
        var headers = client.ask(MODELS + " LIMIT 60").headers();
        assertThat(headers.firstValueAsLong("Content-Length").orElse(0)).isPositive();
        assertThat(headers.firstValue("Transfer-Encoding")).isEmpty();
    }

    @Test
    void theQueryMethodAsksToo() throws Exception {
        var request =
                client.to("/sparql")
                        .header("Content-Type", "application/sparql-query")
                        .method("QUERY", HttpRequest.BodyPublishers.ofString(MODELS));
        assertThat(client.send(request).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values"
    })
    void rowsComeInEveryResultFormat(String type) throws Exception {
        var response = client.ask(MODELS, "Accept", type);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        var rows = ResultSetMgr.read(stream(response.body()), RDFLanguages.contentTypeToLang(type));
        assertThat(ResultSetFormatter.toList(rows)).hasSizeGreaterThan(20);
    }

    private static ByteArrayInputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, TURTLE",
        "application/trig, TRIG",
        "application/n-triples, N-Triples",
        "application/n-quads, N-Quads",
        "application/ld+json, JSON-LD",
        "application/rdf+xml, RDF/XML"
    })
    void triplesComeInEverySyntax(String type, String lang) throws Exception {
        var response = client.ask(CONSTRUCT, "Accept", type);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        var parsed =
                RDFParser.source(stream(response.body()))
                        .lang(RDFLanguages.nameToLang(lang))
                        .base("http://x/")
                        .toDatasetGraph();
        assertThat(parsed.getDefaultGraph().size()).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/sparql-results+json",
                "application/sparql-results+xml",
                "text/csv",
                "text/tab-separated-values"
            })
    void aTruthValueComesInEveryResultFormat(String type) throws Exception {
        var response =
                client.ask(
                        "ASK { <https://w3id.org/modelgraph/model/gpt-4> ?p ?o }", "Accept", type);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("true");
    }

    @Test
    void describeGivesWhatIsSaidOfAThing() throws Exception {
        var response =
                client.ask(
                        "DESCRIBE <https://w3id.org/modelgraph/model/gpt-4>",
                        "Accept",
                        "text/turtle");
        var parsed = RDFParser.source(stream(response.body())).lang(Lang.TURTLE).toDatasetGraph();
        assertThat(parsed.getDefaultGraph().size()).isGreaterThan(5);
    }

    @Test
    void theFormatParameterStandsAboveTheHeader() throws Exception {
        var response =
                client.get(
                        "/sparql?format=csv&query=" + Client.encoded(MODELS),
                        "Accept",
                        "application/sparql-results+json");
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/csv");
    }

    @Test
    void whatIsNotOnOfferIs406WithWhatIs() throws Exception {
        var response = client.ask(MODELS, "Accept", "image/png");
        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(response.body()).contains("text/csv");
    }

    @Test
    void aLongAnswerComesPackedForAClientThatTakesGzip() throws Exception {
        var response =
                client.sendForBytes(
                        client.to("/sparql?query=" + Client.encoded(PASSAGES))
                                .header("Accept-Encoding", "gzip"));
        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(client.ask(PASSAGES).body());
        }
    }

    @Test
    void everyScriptOfTheWebMayAsk() throws Exception {
        assertThat(client.ask(MODELS).headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
        assertThat(client.ask("nonsense").headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
        var preflight =
                client.send(
                        client.to("/sparql")
                                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
                .contains("POST");
    }

    @Test
    void answersSayWhatTheyDependOn() throws Exception {
        assertThat(client.ask(MODELS).headers().firstValue("Vary").orElseThrow())
                .contains("Accept");
    }

    @Test
    void aGetWithoutAQueryGivesTheServiceDescription() throws Exception {
        var response = client.get("/sparql", "Accept", "text/turtle");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains(
                        "sd:Service",
                        client.base() + "/sparql",
                        "sd:UnionDefaultGraph",
                        "graph:seed");
        assertThat(client.get("/sparql", "Accept", "text/html").body()).contains("<textarea");
    }

    @Test
    void theProtocolsDatasetStandsAboveTheQuerys() throws Exception {
        var count = "SELECT (COUNT(*) AS ?n) FROM <urn:nowhere> { ?s ?p ?o }";
        assertThat(client.ask(count, "Accept", "text/csv").body()).endsWith("0\r\n");
        var seed = Client.encoded("https://w3id.org/modelgraph/graph/seed");
        var response =
                client.get(
                        "/sparql?default-graph-uri=" + seed + "&query=" + Client.encoded(count),
                        "Accept",
                        "text/csv");
        assertThat(Integer.parseInt(response.body().lines().skip(1).findFirst().orElseThrow()))
                .isGreaterThan(1000);
        var named =
                client.get(
                        "/sparql?named-graph-uri="
                                + seed
                                + "&query="
                                + Client.encoded("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"),
                        "Accept",
                        "text/csv");
        assertThat(named.body()).isEqualTo("g\r\nhttps://w3id.org/modelgraph/graph/seed\r\n");
    }

    @Test
    void aClientMayAskForLessTime() throws Exception {
        var endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
        var begin = System.nanoTime();
        var response = client.get("/sparql?timeout=1&query=" + Client.encoded(endless));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("query ran longer").contains("1 s");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat((System.nanoTime() - begin) / 1e9).isLessThan(10);
    }

    @Test
    void aStandingHeadIsAnsweredWithoutABody() throws Exception {
        var response =
                client.send(
                        client.to("/sparql?query=" + Client.encoded(MODELS))
                                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }
}
