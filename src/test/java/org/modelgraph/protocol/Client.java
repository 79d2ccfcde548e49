package org.modelgraph.protocol;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A plain HTTP client that asks one server, as a user's program would. */
public final class Client {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;

    public Client(int port) {
        this("127.0.0.1", port);
    }

    public Client(String host, int port) {
        this.base = "http://" + host + ":" + port;
    }

    /** The address of the server, without a slash at its end. */
    public String base() {
        return base;
    }

    /** The port of the server. */
    public int port() {
        return URI.create(base).getPort();
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A request to a path, to be made more precise. */
    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = to(path).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> ask(String query, String... headers) throws Exception {
        return get("/sparql?query=" + encoded(query), headers);
    }

    public HttpResponse<String> post(String path, String type, String body, String... headers)
            throws Exception {
        var request =
                to(path).header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }
}
