package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

class StatusPageTest {
    private final Client client = TestServer.bundled().client();

    @Test
    void programsReadWhatTheServerHoldsAndDoes() throws Exception {
        var answer = client.get("/status", "Accept", "application/json");
        var status = new ObjectMapper().readTree(answer.body());
        var rows =
                client.ask(
                        "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", "Accept", "text/csv");
        assertThat(status.get("triples").asText()).isEqualTo(rows.body().split("\\R")[1]);
        assertThat(status.get("version").asText()).isNotEmpty();
        assertThat(status.get("lanes").findValuesAsText("name"))
                .containsExactly("queries", "remote queries", "quick reads", "writes");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void peopleReadTheSameInTheirLanguage() throws Exception {
        assertThat(client.get("/status?lang=en", "Accept", "text/html").body())
                .contains("Prometheus");
        assertThat(client.get("/status?lang=zh", "Accept", "text/html").body())
                .contains("<html lang=\"zh");
    }

    @Test
    void whatIsNotOfferedIsToldAsSuch() throws Exception {
        var answer = client.get("/status", "Accept", "image/png");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("On offer: ");
    }
}
