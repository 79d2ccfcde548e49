package org.modelgraph.http.mcp;

import org.modelgraph.catalog.SavedQuery;
import org.modelgraph.http.Endpoint;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Routing;
import org.modelgraph.http.Site;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** What a language model should know of the site, in Markdown at {@code /llms.txt}. */
public final class LlmsEndpoint implements Endpoint {
    private final Site site;

    /** An endpoint over a site. */
    public LlmsEndpoint(Site site) {
        this.site = site;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/llms.txt", this::send);
    }

    private void send(Exchange exchange) {
        var language = exchange.language();
        var base = site.publicBase(exchange);
        var questions =
                site.catalog().queries().stream()
                        .map(q -> line(q, base, language))
                        .collect(Collectors.joining("\n"));
        var text =
                Wording.text("llms", language)
                        .replace("{base}", base)
                        .replace("{questions}", questions);
        exchange.send(
                "text/markdown;charset=utf-8",
                "no-cache",
                (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String line(SavedQuery question, String base, String language) {
        return "- ["
                + question.title(language)
                + "]("
                + base
                + "/api/queries/"
                + question.id()
                + ".md)";
    }
}
