package org.modelgraph.http;

import org.modelgraph.graph.Document;
import org.modelgraph.http.pages.Assets;
import org.modelgraph.problem.Problem;

import java.util.List;

/**
 * The files that pages need. An address with the hash in it is good for a year; one without is
 * checked by its ETag after an hour.
 */
final class AssetEndpoint implements Endpoint {
    @Override
    public void open(Routing routing) {
        routing.get("/assets/<path>", this::send);
    }

    private void send(Exchange exchange) {
        var path = exchange.context().pathParam("path");
        var file =
                Assets.find(path)
                        .orElseThrow(() ->
                                Problem.of(
                                        Problem.Kind.NOT_FOUND, "There is no file " + path + "."));
        var tag = "\"" + Document.hash(List.of(file)).substring(0, 16) + "\"";
        var context = exchange.context();
        context.header("ETag", tag)
                .header("Vary", "Accept-Encoding")
                .header(
                        "Cache-Control",
                        Assets.isLasting(path)
                                ? "public, max-age=31536000, immutable"
                                : "public, max-age=3600");
        if (exchange.header("If-None-Match").filter(tag::equals).isPresent()) context.status(304);
        else context.contentType(type(path)).result(file);
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css;charset=utf-8";
            case "js" -> "text/javascript;charset=utf-8";
            default -> "image/svg+xml";
        };
    }
}
