package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.modelgraph.http.pages.Kind;
import org.modelgraph.sparql.Prefixes;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Follows the links of the bundled site from the front page. Of kinds with hundreds of equal pages
 * a number is fetched; every other link of such a kind must name a thing that the store has.
 */
class CrawlTest {
    /** How many pages of one kind are fetched. */
    private static final int OF_A_KIND = 3;

    private static final int READERS = 2;
    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"#]+)");

    private static final Pattern PARAMETER = Pattern.compile("[?&]([^=&]+)=");

    private final TestServer server = TestServer.bundled();
    private final Client client = server.client();

    private record Page(String path, int status, String type, String text) {}

    /** The pages that were fetched, and links of which enough had been. */
    private record Crawl(Map<String, Page> fetched, Set<String> skipped) {}

    private Crawl crawl() throws Exception {
        var crawl = new Crawl(new HashMap<>(), new LinkedHashSet<>());
        var seen = new HashSet<>(Set.of("/"));
        var counts = new HashMap<String, Integer>();
        var wave = new ArrayList<>(List.of("/"));
        try (var readers = Executors.newFixedThreadPool(READERS)) {
            while (!wave.isEmpty()) {
                var tasks = wave.stream().map(path -> (Callable<Page>) () -> fetch(path)).toList();
                wave = new ArrayList<>();
                for (var future : readers.invokeAll(tasks)) {
                    var page = future.get();
                    crawl.fetched().put(page.path(), page);
                    for (var link : links(page)) {
                        if (!seen.add(link)) continue;
                        if (counts.merge(kind(link), 1, Integer::sum) <= OF_A_KIND) wave.add(link);
                        else crawl.skipped().add(link);
                    }
                }
            }
        }
        return crawl;
    }

    private Page fetch(String path) throws Exception {
        var answer = client.get(path, "Accept", "text/html, */*;q=0.5");
        return new Page(
                path,
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.body());
    }

    private Set<String> links(Page page) {
        var links = new LinkedHashSet<String>();
        if (!page.type().startsWith("text/html")) return links;
        for (var found : LINK.matcher(page.text()).results().toList()) {
            var link = unescaped(found.group(1)).replace(client.base(), "");
            if (link.startsWith("/")) links.add(link);
        }
        return links;
    }

    /** The same for links that lead to pages made in the same way. */
    private static String kind(String link) {
        var path = link.replaceFirst("\\?.*", "");
        var segments = path.split("/");
        var ending = path.matches(".*\\.[a-z]+$") ? path.substring(path.lastIndexOf('.')) : "";
        var ofData = segments.length > 2 && segments[1].equals("data") ? "/" + segments[2] : "";
        return (segments.length > 1 ? segments[1] : "")
                + ofData
                + " "
                + segments.length
                + ending
                + parameters(link);
    }

    /**
     * The names of the parameters of a link; those of narrowed lists in any number are one kind.
     */
    private static Set<String> parameters(String link) {
        var names = PARAMETER.matcher(link).results().map(found -> found.group(1)).toList();
        return names.size() > 2 ? Set.of("many") : new TreeSet<>(names);
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    @Test
    void noLinkIsDeadAndEveryPageHasItsData() throws Exception {
        var crawl = crawl();

        assertThat(crawl.fetched()).hasSizeGreaterThan(300);
        assertThat(
                        crawl.fetched().values().stream()
                                .filter(p -> p.status() >= 400)
                                .map(p -> p.status() + " " + p.path()))
                .as("dead links")
                .isEmpty();
        assertThat(withoutThing(crawl.skipped())).as("links to nothing").isEmpty();
        var things = crawl.fetched().values().stream().filter(p -> isThing(p.path())).toList();
        assertThat(things).hasSizeGreaterThan(50);
        for (var page : things) assertThat(missing(page)).as(page.path()).isEmpty();
    }

    private static boolean isThing(String path) {
        var segments = path.split("/");
        return path.matches("/[a-z]+/[^?]+") && Kind.segments().contains(segments[1]);
    }

    private List<String> withoutThing(Set<String> links) {
        return server.store()
                .read(view ->
                        links.stream()
                                .filter(CrawlTest::isThing)
                                .filter(link -> !isKnown(view.dataset(), link))
                                .toList());
    }

    private static boolean isKnown(DatasetGraph dataset, String link) {
        var iri = URLDecoder.decode(Prefixes.BASE + link.substring(1), StandardCharsets.UTF_8);
        var node = NodeFactory.createURI(iri);
        return dataset.contains(Node.ANY, node, Node.ANY, Node.ANY)
                || dataset.contains(Node.ANY, Node.ANY, Node.ANY, node)
                || dataset.contains(node, Node.ANY, Node.ANY, Node.ANY);
    }

    /** The values and labels of the data behind a page that do not appear on it. */
    private List<String> missing(Page page) throws Exception {
        var turtle = client.get("/data" + page.path() + ".ttl");
        if (turtle.statusCode() != 200) return List.of("no data: " + turtle.statusCode());
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(turtle.body(), Lang.TURTLE).parse(graph);
        var subject = NodeFactory.createURI(Prefixes.BASE + page.path().substring(1));
        var shown = shown(page.text());
        return values(graph, subject).stream()
                .filter(value -> !shown.contains(squeezed(value)))
                .toList();
    }

    private static List<String> values(Graph graph, Node subject) {
        var values = new ArrayList<String>();
        graph.find(subject, Node.ANY, Node.ANY)
                .forEachRemaining(t -> {
                    var object = t.getObject();
                    if (object.isLiteral() && !object.getLiteralLanguage().equals("zh"))
                        values.add(object.getLiteralLexicalForm());
                });
        return values;
    }

    private static String shown(String html) {
        return squeezed(
                unescaped(
                        html.replaceAll("(?s)<script.*?</script>", "").replaceAll("<[^>]*>", " ")));
    }

    /** Without blanks, and without the marks that group digits. */
    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00a0,]+", "");
    }
}
