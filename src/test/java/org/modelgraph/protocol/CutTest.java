package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

/**
 * An answer that can't be given whole is an error, or a connection that breaks: never a body that
 * ends well.
 */
class CutTest {
    private static final String ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
    private static final String CONSTRUCT =
            "CONSTRUCT { ?a ?e ?i } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";

    private final Client client = TestServer.bundled().client();

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml", "csv", "tsv"})
    void aTimeoutAfterTheFirstRowsBreaksTheConnection(String format) {
        assertThatThrownBy(() ->
                        client.get(
                                "/sparql?timeout=0.5&format="
                                        + format
                                        + "&query="
                                        + Client.encoded(ENDLESS)))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nt", "ttl"})
    void aTimeoutAfterTheFirstTriplesBreaksTheConnection(String format) {
        assertThatThrownBy(() ->
                        client.get(
                                "/sparql?timeout=0.5&format="
                                        + format
                                        + "&query="
                                        + Client.encoded(CONSTRUCT)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aPackedAnswerBreaksAsWell() {
        assertThatThrownBy(() ->
                        client.sendForBytes(
                                client.to("/sparql?timeout=0.5&query=" + Client.encoded(ENDLESS))
                                        .header("Accept-Encoding", "gzip")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aTimeoutBeforeTheFirstRowsIsAProblem() throws Exception {
        var response =
                client.get("/sparql?timeout=0.5&query=" + Client.encoded(ENDLESS + " ORDER BY ?i"));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }

    @Test
    void afterACutTheServerAnswersAsBefore() throws Exception {
        assertThatThrownBy(() -> client.get("/sparql?timeout=0.2&query=" + Client.encoded(ENDLESS)))
                .isInstanceOf(IOException.class);
        assertThat(client.ask("ASK {}").body()).contains("true");
    }
}
