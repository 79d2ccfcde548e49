package org.modelgraph.http.browse;

import org.modelgraph.http.Endpoint;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Routing;
import org.modelgraph.http.Site;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * Help for readers at {@code /help}, and the interface for programs to be tried at {@code
 * /docs/api}.
 */
public final class DocsEndpoint implements Endpoint {
    private static final Map<String, String> FILES =
            Map.of(
                    "swagger-ui.css", "text/css;charset=utf-8",
                    "swagger-ui-bundle.js", "text/javascript;charset=utf-8",
                    "try.js", "text/javascript;charset=utf-8");

    private final Site site;

    /** An endpoint over a site. */
    public DocsEndpoint(Site site) {
        this.site = site;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/help", e -> page(e, "help"));
        routing.get("/docs/api", this::api);
        routing.get("/docs/api/{file}", e -> file(e, e.part("file")));
    }

    private void page(Exchange exchange, String template) {
        var frame = site.frame(exchange);
        exchange.page(200, site.pages().render(template, frame, Map.of()));
    }

    /** The only page that lets a library set styles of its own. */
    private void api(Exchange exchange) {
        var policy = exchange.contentPolicy();
        var scripts = policy.contains("script-src") ? "" : "; script-src 'self'";
        var fetches = policy.contains("connect-src") ? "" : "; connect-src 'self'";
        exchange.contentPolicy(
                policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
                        + scripts
                        + fetches);
        page(exchange, "api");
    }

    private void file(Exchange exchange, String name) {
        var type = FILES.get(name);
        if (type == null)
            throw Problem.of(Problem.Kind.NOT_FOUND, "There is no file " + name + ".");
        try (var in = name.equals("try.js") ? own(name) : library(name)) {
            exchange.send(type, "public, max-age=3600", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream own(String name) {
        return Objects.requireNonNull(DocsEndpoint.class.getResourceAsStream("/api/" + name), name);
    }

    private static InputStream library(String name) throws IOException {
        var properties = new Properties();
        try (var in =
                DocsEndpoint.class.getResourceAsStream(
                        "/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            properties.load(Objects.requireNonNull(in, "swagger-ui"));
        }
        var path =
                "/META-INF/resources/webjars/swagger-ui/"
                        + properties.getProperty("version")
                        + "/"
                        + name;
        return Objects.requireNonNull(DocsEndpoint.class.getResourceAsStream(path), path);
    }
}
