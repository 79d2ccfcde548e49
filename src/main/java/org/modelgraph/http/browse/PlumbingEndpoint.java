package org.modelgraph.http.browse;

import org.modelgraph.browse.Index;
import org.modelgraph.catalog.QueryExamples;
import org.modelgraph.history.Commit;
import org.modelgraph.http.Counting;
import org.modelgraph.http.Endpoint;
import org.modelgraph.http.EntityTag;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Routing;
import org.modelgraph.http.Site;
import org.modelgraph.http.pages.Kind;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Format;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What crawlers, browsers and other programs look for at addresses of their own: robots.txt, the
 * site map, OpenSearch, the web manifest, the record for catalogues, and the descriptions below
 * {@code /.well-known} (RFC 8615).
 */
public final class PlumbingEndpoint implements Endpoint {
    private static final List<String> SHEETS =
            List.of(
                    "/",
                    "/compare",
                    "/map/limitations",
                    "/timeline",
                    "/sources/compare",
                    "/ontology",
                    "/dataset",
                    "/help",
                    "/queries",
                    "/sparql");

    private final Site site;
    private final Counting counting;

    /** An endpoint over a site. */
    public PlumbingEndpoint(Site site, Counting counting) {
        this.site = site;
        this.counting = counting;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/robots.txt", this::robots);
        routing.get("/sitemap.xml", this::siteMap);
        routing.get("/sitemap/{kind}", e -> siteMap(e, e.part("kind")));
        routing.get("/opensearch.xml", this::openSearch);
        routing.get("/manifest.webmanifest", this::manifest);
        routing.get("/.well-known/void", this::dataset);
        routing.get("/.well-known/sparql-examples", this::examples);
        routing.get("/dcat", this::record);
    }

    private void robots(Exchange exchange) {
        var text =
                """
                User-agent: *
                Disallow: /sparql?
                Disallow: /describe
                Disallow: /embed/
                Disallow: /api/
                Disallow: /export/
                Disallow: /changes
                Disallow: /*?*&
                Sitemap: %s/sitemap.xml
                """
                        .formatted(site.publicBase(exchange));
        send(exchange, "text/plain;charset=utf-8", text);
    }

    private void siteMap(Exchange exchange) {
        var index = site.index();
        if (settled(exchange, index)) return;
        var base = site.publicBase(exchange);
        var maps =
                kinds(index).stream()
                        .map(kind ->
                                "<sitemap><loc>%s/sitemap/%s.xml</loc></sitemap>\n"
                                        .formatted(base, kind.segment()))
                        .collect(Collectors.joining());
        send(
                exchange,
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
                        + "<sitemap><loc>"
                        + base
                        + "/sitemap/pages.xml</loc></sitemap>\n"
                        + maps
                        + "</sitemapindex>\n");
    }

    private static List<Kind> kinds(Index index) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.type().filter(t -> !index.members(t).isEmpty()).isPresent())
                .toList();
    }

    private void siteMap(Exchange exchange, String name) {
        var index = site.index();
        if (settled(exchange, index)) return;
        var addresses = site.addresses(exchange);
        var pages =
                name.equals("pages.xml")
                        ? SHEETS.stream().map(s -> addresses.basePath() + s).toList()
                        : kinds(index).stream()
                                .filter(kind -> name.equals(kind.segment() + ".xml"))
                                .findFirst()
                                .orElseThrow(() -> missing(name))
                                .type()
                                .map(index::members)
                                .orElse(List.of())
                                .stream()
                                .map(addresses::page)
                                .toList();
        var urls =
                pages.stream()
                        .map(page ->
                                "<url><loc>" + escaped(addresses.whole(page)) + "</loc></url>\n")
                        .collect(Collectors.joining());
        send(
                exchange,
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
                        + urls
                        + "</urlset>\n");
    }

    private static Problem missing(String name) {
        return Problem.of(Problem.Kind.NOT_FOUND, "There is no site map " + name + ".")
                .hint("All of them are listed at /sitemap.xml.");
    }

    private boolean settled(Exchange exchange, Index index) {
        return EntityTag.of(
                        exchange,
                        index.version(),
                        exchange.path(),
                        site.publicBase(exchange),
                        site.start())
                .settles(exchange);
    }

    private void openSearch(Exchange exchange) {
        var base = escaped(site.publicBase(exchange));
        send(
                exchange,
                "application/opensearchdescription+xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
                <ShortName>modelgraph</ShortName>
                <Description>What is known about AI models</Description>
                <InputEncoding>UTF-8</InputEncoding>
                <Image width="16" height="16" type="image/svg+xml">%1$s/assets/favicon.svg</Image>
                <Url type="text/html" template="%1$s/search?q={searchTerms}"/>
                </OpenSearchDescription>
                """
                        .formatted(base));
    }

    private void manifest(Exchange exchange) {
        var base = site.addresses(exchange).basePath();
        send(
                exchange,
                "application/manifest+json",
                """
                {"name": "modelgraph", "short_name": "modelgraph", "start_url": "%1$s/",
                 "display": "browser", "background_color": "#faf8f3", "theme_color": "#0b5cad",
                 "icons": [{"src": "%1$s/assets/favicon.svg", "type": "image/svg+xml", "sizes": "any"}]}
                """
                        .formatted(base));
    }

    private void dataset(Exchange exchange) {
        var format = accepted(exchange);
        var graph =
                site.read(view ->
                        DatasetDescription.of(
                                site.index(view), counting.of(view), site.publicBase(exchange)));
        site.sendGraph(exchange, graph, format);
    }

    private void record(Exchange exchange) {
        var format = accepted(exchange);
        var version = site.store().version();
        var changed =
                site.history()
                        .chronicle()
                        .commit(version.number())
                        .map(Commit::at)
                        .orElseGet(Instant::now)
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate();
        site.sendGraph(
                exchange, CatalogRecord.of(version, changed, site.publicBase(exchange)), format);
    }

    private void examples(Exchange exchange) {
        site.sendGraph(exchange, QueryExamples.of(site.catalog()).triples(), accepted(exchange));
    }

    private static Format accepted(Exchange exchange) {
        return Format.negotiate(exchange.parameter("format"), exchange.accept(), Format.Kind.DATA);
    }

    private static void send(Exchange exchange, String type, String text) {
        exchange.send(type, "no-cache", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
