package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * Every error is a problem document (RFC 9457) of the same shape: type, title, status, detail, and
 * line, column and hint where there are such.
 */
class ErrorShapeTest {
    private final Client client = TestServer.bundled().client();

    private static JsonNode problem(HttpResponse<String> response, int status) throws Exception {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        var problem = new ObjectMapper().readTree(response.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asText()).startsWith("https://w3id.org/modelgraph/problem/");
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText())
                .isNotBlank()
                .doesNotContain("org.apache", "Exception", "java.");
        return problem;
    }

    @Test
    void aWrongQueryIsToldWithLineColumnAndHint() throws Exception {
        var problem = problem(client.ask("SELECT *\nWHERE { ?s mg:benchmrk ?o }"), 400);
        assertThat(problem.get("line").asInt()).isEqualTo(2);
        assertThat(problem.get("column").asInt()).isEqualTo(12);
        assertThat(problem.get("hint").asText()).contains("did you mean mg:benchmark?");
    }

    @Test
    void aNameThatIsNearlyRightIsMended() throws Exception {
        assertThat(problem(client.get("/model/gtp-4"), 404).get("hint").asText())
                .contains("Did you mean /model/gpt-4?");
    }

    @Test
    void aTermThatDoesNotExistIsTold() throws Exception {
        var response =
                client.ask(
                        "PREFIX mg: <https://w3id.org/modelgraph/ns/> SELECT * { ?s mg:benchmrk ?o"
                                + " }");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Modelgraph-Warning"))
                .contains("There is no term mg:benchmrk; did you mean mg:benchmark?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/nothing/here             | 404",
                "/model/no-such-model      | 404",
                "/id/model/no-such-model   | 404",
                "/data/model/nothing.ttl   | 404",
                "/assets/nothing.css       | 404",
                "/describe                 | 400",
                "/graphs?graph=urn:nothing | 404",
                "/graphs?graph=nonsense    | 400",
                "/graphs?default&graph=u:x | 400",
                "/sparql?query=a&query=b   | 400",
                "/sparql?update=CLEAR%20ALL | 400",
                "/sparql?query=ASK%7B%7D&timeout=soon | 400",
                "/sparql?query=ASK%7B%7D&format=pdf   | 406",
            })
    void everyErrorOfAGetHasTheShape(String path, int status) throws Exception {
        problem(client.get(path), status);
    }

    @Test
    void anAddressThatIsNoneIsAPageForBrowsers() throws Exception {
        var page = client.get("/nothing", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<!doctype html>", "/search");
    }

    @Test
    void everyErrorOfAPostHasTheShape() throws Exception {
        problem(client.post("/sparql", "text/plain", "ASK {}"), 415);
        problem(client.post("/sparql", "application/x-www-form-urlencoded", "nothing=here"), 400);
        problem(client.post("/sparql", "application/sparql-query", "a".repeat(2_000_000)), 413);
        problem(client.post("/update", "application/sparql-update", "CLEAR ALL"), 403);
        problem(
                client.send(
                        client.to("/graphs?default").PUT(HttpRequest.BodyPublishers.ofString(""))),
                403);
        problem(
                client.send(client.to("/sparql").PUT(HttpRequest.BodyPublishers.ofString(""))),
                405);
    }

    @Test
    void aQueryThatMustNotRunIsRefused() throws Exception {
        assertThat(
                        problem(
                                        client.ask(
                                                "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p"
                                                        + " ?o } }"),
                                        400)
                                .get("type")
                                .asText())
                .endsWith("refused-query");
    }

    @Test
    void aBrowserGetsAPage() throws Exception {
        var response =
                client.ask(
                        "SELECT <script>alert(1)</script>",
                        "Accept",
                        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/html");
        assertThat(response.body()).doesNotContain("<script>");
    }

    @Test
    void noResponseTellsWhatTheServerIsMadeOf() throws Exception {
        assertThat(client.get("/health").headers().firstValue("Server")).isEmpty();
    }
}
