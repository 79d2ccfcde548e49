package org.modelgraph.http.mcp;

import org.modelgraph.browse.Index;
import org.modelgraph.browse.Names;
import org.modelgraph.browse.Search;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Site;

import java.util.List;
import java.util.Map;

/** Finds things by what they are called, in any language; a typing error is mended. */
record SearchTool(Site site) implements Tool {
    private static final int USUAL = 10;
    private static final int MOST = 50;

    private record Hit(Known thing, String kind, String matched, String definition, String page) {}

    private record Found(
            String searched,
            List<Hit> results,
            long total,
            Map<String, Long> kinds,
            List<Cited> sources,
            String version) {}

    @Override
    public String name() {
        return "search_entities";
    }

    @Override
    public Object call(Exchange exchange, Arguments arguments) {
        var text = arguments.required("query");
        var kind = arguments.text("kind");
        var limit = arguments.number("limit", USUAL, 1, MOST);
        var language = arguments.text("language").orElseGet(exchange::language);
        return site.read(view -> {
            var index = site.index(view);
            var searched = text;
            var outcome = index.search().find(text, kind);
            if (outcome.hits().isEmpty() && outcome.meant().isPresent()) {
                searched = outcome.meant().get();
                outcome = index.search().find(searched, kind);
            }
            var hits = outcome.hits().stream().limit(limit).toList();
            return new Found(
                    searched,
                    hits.stream().map(h -> hit(exchange, index, h, language)).toList(),
                    outcome.hits().size(),
                    outcome.kinds(),
                    Cited.of(
                            view,
                            index.names(),
                            language,
                            hits.stream().map(Search.Hit::iri).toList()),
                    view.version().toString());
        });
    }

    private Hit hit(Exchange exchange, Index index, Search.Hit hit, String language) {
        var addresses = site.addresses(exchange);
        return new Hit(
                Known.of(hit.iri(), index.names(), language),
                hit.kind(),
                hit.matched(),
                index.names().definition(hit.iri(), language).map(Names.Word::text).orElse(""),
                addresses.whole(addresses.page(hit.iri())));
    }
}
