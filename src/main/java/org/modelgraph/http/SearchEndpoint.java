package org.modelgraph.http;

import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.modelgraph.browse.Index;
import org.modelgraph.browse.Search;
import org.modelgraph.graph.Iris;
import org.modelgraph.http.pages.SearchPage;
import org.modelgraph.http.pages.Texts;
import org.modelgraph.problem.Problem;
import org.modelgraph.text.Match;
import org.modelgraph.text.Snippet;
import org.modelgraph.text.Wanted;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Search by names: a page for people, suggestions for programs. */
final class SearchEndpoint implements Endpoint {
    private static final int MOST = 50;
    private static final int USUAL = 10;

    /** The properties whose texts are read for what they say. */
    private static final Set<Node> PROSE =
            Set.of(
                    SKOS.definition.asNode(),
                    SKOS.note.asNode(),
                    SKOS.scopeNote.asNode(),
                    SKOS.example.asNode(),
                    RDFS.comment.asNode(),
                    DCTerms.description.asNode(),
                    Iris.QUOTATION,
                    Iris.term("describedAs"));

    private final Site site;

    SearchEndpoint(Site site) {
        this.site = site;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/search", this::page);
        routing.get("/api/suggest", this::suggest);
    }

    /** The page of what was found. */
    void page(Exchange exchange) {
        var index = site.index();
        var text = exchange.parameter("q").orElse("").strip();
        var kind = exchange.parameter("kind");
        var outcome = index.search().find(text, kind);
        var page = exchange.parameter("page").filter(p -> p.matches("\\d{1,6}"));
        var pages = Math.max(1, (outcome.hits().size() + SearchPage.SIZE - 1) / SearchPage.SIZE);
        exchange.page(
                200,
                site.pages()
                        .search(
                                new SearchPage(
                                        site.frame(exchange),
                                        index.names(),
                                        text,
                                        kind,
                                        outcome,
                                        passages(exchange, index, text),
                                        Math.clamp(
                                                page.map(Integer::valueOf).orElse(1), 1, pages))));
    }

    private List<SearchPage.Passage> passages(Exchange exchange, Index index, String text) {
        if (text.isEmpty() || exchange.parameter("kind").isPresent()) return List.of();
        var wanted =
                new Wanted(
                        clipped(text),
                        Optional.empty(),
                        PROSE,
                        Optional.empty(),
                        SearchPage.PASSAGES);
        return site.read(view -> site.texts().find(view, wanted)).stream()
                .filter(match -> match.subject().isURI())
                .map(match -> passage(match, wanted, index, exchange.language()))
                .toList();
    }

    private static String clipped(String text) {
        return text.substring(0, Math.min(text.length(), Wanted.LONGEST));
    }

    private static SearchPage.Passage passage(
            Match match, Wanted wanted, Index index, String language) {
        var property = match.property().getURI();
        var usual = index.names().of(property, language).label();
        return new SearchPage.Passage(
                index.names().of(match.subject().getURI(), language),
                Texts.of(language).find("property." + usual.replace(':', '.')).orElse(usual),
                Snippet.of(match, wanted));
    }

    /** The best matches as JSON. */
    void suggest(Exchange exchange) {
        var text = exchange.required("q", "For example /api/suggest?q=halluc");
        var index = site.index();
        var hits = index.search().find(text, exchange.parameter("kind")).hits();
        CatalogEndpoint.json(
                exchange,
                Map.of(
                        "suggestions",
                        hits.stream()
                                .limit(limit(exchange))
                                .map(hit -> suggestion(exchange, index, hit))
                                .toList()));
    }

    private static int limit(Exchange exchange) {
        return exchange.parameter("limit")
                .map(text -> {
                    var number = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
                    if (number >= 1 && number <= MOST) return number;
                    throw Problem.of(
                                    Problem.Kind.BAD_REQUEST,
                                    "The parameter limit can't be '" + text + "'.")
                            .hint("It is a whole number from 1 to " + MOST + ".");
                })
                .orElse(USUAL);
    }

    private Map<String, Object> suggestion(Exchange exchange, Index index, Search.Hit hit) {
        var addresses = site.addresses(exchange);
        var suggestion = new LinkedHashMap<String, Object>();
        suggestion.put("iri", hit.iri());
        suggestion.put("label", index.names().of(hit.iri(), exchange.language()).label());
        suggestion.put("matched", hit.matched());
        suggestion.put("kind", hit.kind());
        suggestion.put("page", addresses.whole(addresses.page(hit.iri())));
        return suggestion;
    }
}
