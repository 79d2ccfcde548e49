package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** A slow query shows the rows that it has, before its end. */
class SlowRowsTest {
    private static final String ONE_ROW_THEN_NONE =
            "SELECT ?row { { BIND('the first' AS ?row) } UNION { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
                    + " FILTER(STR(?c) = CONCAT(STR(?f), 'x', STR(?i))) BIND('never' AS ?row) } }";

    private final Client client = TestServer.bundled().client();

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void theFirstRowIsSeenWhileTheOthersAreSought(String encoding) throws Exception {
        var request =
                client.to("/sparql?timeout=3&format=csv&query=" + Client.encoded(ONE_ROW_THEN_NONE))
                        .header("Accept-Encoding", encoding);
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            try (var body = plain(response)) {
                var first = body.readNBytes("row\r\nthe first\r\n".length());
                assertThat(new String(first, StandardCharsets.UTF_8))
                        .isEqualTo("row\r\nthe first\r\n");
                assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
            }
        }
    }

    private static InputStream plain(HttpResponse<InputStream> response) throws IOException {
        var packed =
                response.headers()
                        .firstValue("Content-Encoding")
                        .equals(java.util.Optional.of("gzip"));
        return packed ? new GZIPInputStream(response.body()) : response.body();
    }
}
