package org.modelgraph.protocol;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A client that may write, of one server. */
final class WritingClient {
    private final Client client;
    private final String token;

    WritingClient(Client client, String token) {
        this.client = client;
        this.token = token;
    }

    /** Sends a request with the token. */
    HttpResponse<String> send(
            String method, String path, String type, String body, String... headers)
            throws Exception {
        var request =
                client.to(path)
                        .header("Content-Type", type)
                        .header("Authorization", "Bearer " + token)
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        return client.send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> put(String path, String turtle, String... headers) throws Exception {
        return send("PUT", path, "text/turtle", turtle, headers);
    }

    HttpResponse<String> patch(String path, String type, String body, String... headers)
            throws Exception {
        return send("PATCH", path, type, body, headers);
    }

    HttpResponse<String> delete(String path, String... headers) throws Exception {
        return send("DELETE", path, "text/turtle", "", headers);
    }

    /** The triples of a graph as sorted N-Triples; empty where there is none. */
    String triples(String path) throws Exception {
        var response = client.get(path, "Accept", "application/n-triples");
        if (response.statusCode() == 404) return "";
        return String.join("\n", response.body().lines().sorted().toList());
    }
}
