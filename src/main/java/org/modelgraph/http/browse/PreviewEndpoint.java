package org.modelgraph.http.browse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.modelgraph.browse.Names;
import org.modelgraph.browse.Thing;
import org.modelgraph.http.Endpoint;
import org.modelgraph.http.EntityTag;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Routing;
import org.modelgraph.http.Site;
import org.modelgraph.http.pages.Addresses;
import org.modelgraph.http.pages.Kind;
import org.modelgraph.http.pages.Texts;
import org.modelgraph.http.pages.panel.Layout;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What other sites show of a page: a picture of it at {@code /card/model/gpt-4.png}, and oEmbed 1.0
 * at {@code /oembed?url=…}.
 */
public final class PreviewEndpoint implements Endpoint {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site;

    /** An endpoint over a site. */
    public PreviewEndpoint(Site site) {
        this.site = site;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/card/<path>", e -> card(e, e.part("path")));
        routing.get("/oembed", this::embed);
    }

    private void card(Exchange exchange, String path) {
        var index = site.index();
        var iri = Prefixes.BASE + path.replaceFirst("\\.png$", "");
        if (!index.names().knows(iri)) throw unknown(path);
        var language = exchange.language();
        if (EntityTag.of(exchange, index.version(), "card", iri, language).settles(exchange))
            return;
        var thing = index.names().of(iri, language);
        var text = index.names().definition(iri, language).map(Names.Word::text).orElse("");
        exchange.send("image/png", "no-cache", Card.png(kind(iri, language), thing.label(), text));
    }

    private static String kind(String iri, String language) {
        return Kind.of(iri)
                .map(kind -> Texts.of(language).get("kind." + kind.segment()))
                .orElse("");
    }

    private static Problem unknown(String what) {
        return Problem.of(Problem.Kind.NOT_FOUND, "There is no page for '" + what + "' here.")
                .hint("Give the address of a thing or of a question of this server.");
    }

    private void embed(Exchange exchange) {
        var format = exchange.parameter("format").orElse("json");
        if (!format.equals("json"))
            throw Problem.of(Problem.Kind.NOT_IMPLEMENTED, "oEmbed is answered as JSON only.")
                    .hint("Leave format out, or set format=json.");
        var url = exchange.parameter("url").orElse("");
        var path = path(url, exchange);
        var answer = question(path).or(() -> thing(path, exchange)).orElseThrow(() -> unknown(url));
        var base = site.publicBase(exchange);
        var document = new LinkedHashMap<String, Object>();
        document.put("version", "1.0");
        document.put("type", "rich");
        document.put("provider_name", "modelgraph");
        document.put("provider_url", base + "/");
        document.put("title", answer.title());
        document.put("width", 720);
        document.put("height", 480);
        document.put(
                "html",
                "<iframe src=\""
                        + (base + answer.address()).replace("&", "&amp;")
                        + "\" width=\"720\" height=\"480\" loading=\"lazy\" title=\""
                        + answer.title().replace("&", "&amp;").replace("\"", "&quot;")
                        + "\"></iframe>");
        send(exchange, document);
    }

    private record Embedded(String title, String address) {}

    private String path(String url, Exchange exchange) {
        try {
            var address = URI.create(url);
            var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            var base = site.addresses(exchange).basePath();
            var path = Optional.ofNullable(address.getRawPath()).orElse("") + query;
            return path.startsWith(base) ? path.substring(base.length()) : path;
        } catch (IllegalArgumentException noAddress) {
            throw unknown(url);
        }
    }

    private Optional<Embedded> question(String path) {
        if (!path.startsWith("/queries/") && !path.startsWith("/embed/")) return Optional.empty();
        var id = path.replaceFirst("^/(queries|embed)/", "");
        var plain = id.replaceFirst("\\?.*$", "");
        return site.catalog().find(plain).map(q -> new Embedded(q.title("en"), "/embed/" + id));
    }

    private Optional<Embedded> thing(String path, Exchange exchange) {
        var iri = Prefixes.BASE + path.replaceFirst("^/(id/)?", "").replaceFirst("\\?.*$", "");
        var names = site.index().names();
        if (!names.knows(iri)) return Optional.empty();
        Thing thing = names.of(iri, exchange.language());
        return Kind.of(iri)
                .map(Layout::of)
                .filter(l -> !l.isEmpty())
                .map(layout -> {
                    var slot = layout.getFirst();
                    return new Embedded(
                            thing.label(),
                            "/embed/"
                                    + slot.question()
                                    + "?"
                                    + slot.parameter()
                                    + "="
                                    + Addresses.encode(iri));
                });
    }

    private static void send(Exchange exchange, Map<String, Object> document) {
        try {
            exchange.send("application/json", "no-cache", JSON.writeValueAsBytes(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
