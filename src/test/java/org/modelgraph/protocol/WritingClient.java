package org.modelgraph.protocol;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A client that may write, of one server. */
public final class WritingClient {
    private final Client client;
    private final String token;

    public WritingClient(Client client, String token) {
        this.client = client;
        this.token = token;
    }

    /** Sends a request with the token. */
    public HttpResponse<String> send(
            String method, String path, String type, String body, String... headers)
            throws Exception {
        var request =
                client.to(path)
                        .header("Content-Type", type)
                        .header("Authorization", "Bearer " + token)
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        return client.send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> put(String path, String turtle, String... headers)
            throws Exception {
        return send("PUT", path, "text/turtle", turtle, headers);
    }

    public HttpResponse<String> patch(String path, String type, String body, String... headers)
            throws Exception {
        return send("PATCH", path, type, body, headers);
    }

    public HttpResponse<String> delete(String path, String... headers) throws Exception {
        return send("DELETE", path, "text/turtle", "", headers);
    }

    /** The triples of a graph as sorted N-Triples; empty where there is none. */
    public String triples(String path) throws Exception {
        var response = client.get(path, "Accept", "application/n-triples");
        if (response.statusCode() == 404) return "";
        return String.join("\n", response.body().lines().sorted().toList());
    }
}
