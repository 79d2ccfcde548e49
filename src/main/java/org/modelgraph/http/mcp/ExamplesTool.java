package org.modelgraph.http.mcp;

import org.modelgraph.http.Exchange;
import org.modelgraph.http.Site;

import java.util.List;

/** Finds questions of the catalogue that are like one of the agent, with their queries. */
record ExamplesTool(Site site) implements Tool {
    private static final int USUAL = 5;
    private static final int MOST = 20;

    private record Found(List<AskedFor> examples, List<Cited> sources, String catalog) {}

    @Override
    public String name() {
        return "find_examples";
    }

    @Override
    public Object call(Exchange exchange, Arguments arguments) {
        var language = arguments.text("language").orElseGet(exchange::language);
        var limit = arguments.number("limit", USUAL, 1, MOST);
        var base = site.publicBase(exchange);
        var examples =
                new Likeness(site.catalog())
                        .nearest(arguments.required("question"), limit).stream()
                                .map(q -> AskedFor.of(q, language, base, true))
                                .toList();
        return new Found(examples, List.of(), base + "/.well-known/sparql-examples");
    }
}
