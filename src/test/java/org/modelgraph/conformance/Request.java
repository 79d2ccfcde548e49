package org.modelgraph.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.riot.RDFLanguages;
import org.modelgraph.protocol.Client;
import org.modelgraph.protocol.TestServer;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A request of the protocol.
 *
 * @param type the Content-Type, or nothing where it is empty
 */
record Request(String method, String path, String type, String body, Charset charset) {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String QUERY = "application/sparql-query";
    static final String UPDATE = "application/sparql-update";

    static Request get(String path) {
        return new Request("GET", path, "", "", StandardCharsets.UTF_8);
    }

    static Request post(String path, String type, String body) {
        return new Request("POST", path, type, body, StandardCharsets.UTF_8);
    }

    /** Parameters, given as names and values in turn. */
    static String parameters(String... pairs) {
        var text = new StringBuilder();
        for (var i = 0; i < pairs.length; i += 2)
            text.append(i == 0 ? "" : "&")
                    .append(pairs[i])
                    .append('=')
                    .append(Client.encoded(pairs[i + 1]));
        return text.toString();
    }

    Request in(Charset other) {
        return new Request(method, path, type, body, other);
    }

    Request by(String other) {
        return new Request(other, path, type, body, charset);
    }

    HttpResponse<String> send(Desk desk) throws Exception {
        var request =
                desk.client()
                        .to(path)
                        .header("Authorization", "Bearer " + TestServer.TOKEN)
                        .method(method, HttpRequest.BodyPublishers.ofString(body, charset));
        if (!type.isEmpty()) request.header("Content-Type", type);
        desk.changed();
        return desk.client().send(request);
    }

    /** The answer is a truth value in a format of results. */
    void says(Desk desk, boolean truth) throws Exception {
        var answer = send(desk);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var format = answer.headers().firstValue("Content-Type").orElseThrow();
        assertThat(Outcome.of(bytes(answer), RDFLanguages.contentTypeToLang(format)))
                .isEqualTo(new Outcome.Truth(truth));
    }

    /** The answer is RDF, or rows, in a format that one of the types names. */
    void comesAs(Desk desk, String... types) throws Exception {
        var answer = send(desk);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var format =
                answer.headers().firstValue("Content-Type").orElseThrow().replaceFirst(";.*", "");
        assertThat(types).contains(format);
        var lang = RDFLanguages.contentTypeToLang(format);
        if (RDFLanguages.isTriples(lang)) Files.data(bytes(answer), lang, "https://base.example/");
        else Outcome.of(bytes(answer), lang);
    }

    private static byte[] bytes(HttpResponse<String> answer) {
        return answer.body().getBytes(StandardCharsets.UTF_8);
    }

    void isDone(Desk desk) throws Exception {
        var answer = send(desk);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    /** The answer is a problem that is the client's. */
    void isRefused(Desk desk, int status) throws Exception {
        var answer = send(desk);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"detail\":");
    }
}
