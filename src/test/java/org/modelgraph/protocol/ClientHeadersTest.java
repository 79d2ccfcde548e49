package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What clients get that people use, by the Accept headers that these clients send: a page where
 * they are browsers, else the data that they can read. {@code negotiation/clients.tsv} is the
 * table.
 */
class ClientHeadersTest {
    private static final String ROWS = "SELECT * { ?s ?p ?o } LIMIT 1";
    private static final String TRIPLES = "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1";
    private static final String[] ADDRESSES = {
        "/model/gpt-4",
        "/sparql?query=" + Client.encoded(ROWS),
        "/sparql?query=" + Client.encoded(TRIPLES),
        "/models",
        "/api/queries/scaling/error-by-size"
    };

    @Test
    void everyClientGetsWhatItCanRead() throws Exception {
        var client = TestServer.bundled().client();
        var clients = 0;
        for (var line : table().lines().skip(1).toList()) {
            var cells = line.split("\t", -1);
            var accept = cells[cells.length - 1];
            for (var i = 0; i < ADDRESSES.length; i++)
                assertThat(given(client, ADDRESSES[i], accept))
                        .as("%s asks %s with Accept: %s", cells[0], ADDRESSES[i], accept)
                        .isEqualTo(cells[i + 1]);
            clients++;
        }
        assertThat(clients).isGreaterThanOrEqualTo(20);
    }

    private static String given(Client client, String address, String accept) throws Exception {
        var answer = accept.isEmpty() ? client.get(address) : client.get(address, "Accept", accept);
        assertThat(answer.headers().allValues("Vary")).anyMatch(v -> v.contains("Accept"));
        return answer.statusCode() == 200 ? subtype(answer) : String.valueOf(answer.statusCode());
    }

    private static String subtype(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Content-Type")
                .orElseThrow()
                .replaceFirst(";.*", "")
                .replaceFirst(".*/", "");
    }

    private static String table() throws Exception {
        try (InputStream in =
                ClientHeadersTest.class.getResourceAsStream("/negotiation/clients.tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
