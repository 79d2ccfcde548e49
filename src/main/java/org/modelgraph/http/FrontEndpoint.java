package org.modelgraph.http;

import org.modelgraph.browse.Index;
import org.modelgraph.http.pages.HomeFacts;
import org.modelgraph.http.pages.Kind;
import org.modelgraph.sparql.Prefixes;

import java.util.Arrays;
import java.util.List;

/** The front page. */
final class FrontEndpoint implements Endpoint {
    private static final List<String> EXAMPLES =
            List.of(
                    "model/gpt-4",
                    "limitation/hallucination",
                    "benchmark/uniform-bar-exam",
                    "technique/rlhf",
                    "disclosure/architecture-and-size");

    private final Site site;

    FrontEndpoint(Site site) {
        this.site = site;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/", this::home);
    }

    void home(Exchange exchange) {
        var facts = facts(site.index(), exchange.language());
        exchange.page(200, site.pages().home(site.frame(exchange), facts));
    }

    private HomeFacts facts(Index index, String language) {
        var counts =
                Arrays.stream(Kind.values())
                        .map(kind -> new HomeFacts.Count(kind, count(index, kind)))
                        .filter(c -> c.number() > 0)
                        .toList();
        var examples =
                EXAMPLES.stream()
                        .map(name -> Prefixes.BASE + name)
                        .filter(index.names()::knows)
                        .map(iri -> index.names().of(iri, language))
                        .toList();
        return new HomeFacts(
                counts, examples, index.triples(), index.version().toString(), site.catalog());
    }

    private static long count(Index index, Kind kind) {
        return kind.type().map(type -> index.members(type).size()).orElse(0);
    }
}
