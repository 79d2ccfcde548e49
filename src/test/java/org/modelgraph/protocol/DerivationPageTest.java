package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

/** Why a derived statement holds, as a page that its statement leads to. */
class DerivationPageTest {
    private static final String DERIVED =
            "SELECT ?s ?p ?o { GRAPH <https://w3id.org/modelgraph/graph/derived> { ?s ?p ?o }"
                + " FILTER(ISIRI(?o) && STRSTARTS(STR(?s), 'https://w3id.org/modelgraph/model/') &&"
                + " STRSTARTS(STR(?p), 'https://w3id.org/modelgraph/ns/')) } ORDER BY ?s ?p ?o"
                + " LIMIT 1";

    private final Client client = TestServer.bundled().client();

    private String parameters() throws Exception {
        var row = new ObjectMapper().readTree(client.ask(DERIVED).body()).at("/results/bindings/0");
        var text = new StringBuilder();
        for (var name : new String[] {"s", "p", "o"})
            text.append(text.isEmpty() ? "" : "&")
                    .append(name + "=" + Client.encoded(row.at("/" + name + "/value").asText()));
        return text.toString();
    }

    @Test
    void thePageNamesTheRuleAndWhatItRestsOn() throws Exception {
        var address = "/derivation?" + parameters();
        var page = client.get(address, "Accept", "text/html");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1>Why this holds</h1>", "By the rule", "href=\"/rule/")
                .contains("From these statements", "format=json");
        assertThat(client.get(address + "&lang=zh", "Accept", "text/html").body())
                .contains("<h1>为何成立</h1>");
    }

    @Test
    void programsGetJsonUnlessTheyAskForThePage() throws Exception {
        var address = "/derivation?" + parameters();
        assertThat(client.get(address).headers().firstValue("Content-Type"))
                .contains("application/json");
        assertThat(client.get(address + "&format=html").body()).contains("<h1>Why this holds</h1>");
        assertThat(client.get(address + "&format=json", "Accept", "text/html").body())
                .startsWith("{");
    }

    @Test
    void aDerivedStatementOnAPageLeadsThere() throws Exception {
        var parameters = parameters();
        var subject =
                java.net.URLDecoder.decode(
                        parameters.substring(2, parameters.indexOf('&')),
                        java.nio.charset.StandardCharsets.UTF_8);
        var page =
                client.get(
                        subject.substring("https://w3id.org/modelgraph".length()),
                        "Accept",
                        "text/html");
        assertThat(page.body()).contains("/derivation?" + parameters.replace("&", "&amp;"));
    }
}
